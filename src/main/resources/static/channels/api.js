import { call } from '/kit/api.js';

const account = (channel) => `/${encodeURIComponent(channel.platform)}/${encodeURIComponent(channel.account)}`;

export const channels = () => call('GET', '/api/channels');
export const check = (channel) => call('POST', `/api/channels${account(channel)}/check`);
export const replaceKeys = (channel, keys) => call('PUT', `/api/channels${account(channel)}/token`, keys);
export const publishing = () => call('GET', '/api/publishing');
/** Stops publishing or lets it go on; `channel` is null for all of them. */
export const publish = (channel, wanted) => call('PUT', `/api/publishing${channel ? account(channel) : ''}`, wanted);
export const waiting = () => call('GET', '/api/publications?state=HELD&limit=200');
export const release = (one) => call('POST', `/api/publications/${encodeURIComponent(one.id)}/release`);
export const drop = (one, reason) => call('POST', `/api/publications/${encodeURIComponent(one.id)}/drop`, { reason });
export const titles = () => call('GET', '/api/channels/capabilities');
