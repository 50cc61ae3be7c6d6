import { call } from './call.js';

const account = (channel) => `/${encodeURIComponent(channel.platform)}/${encodeURIComponent(channel.account)}`;

export const channels = () => call('GET', '/channels');
export const check = (channel) => call('POST', `/channels${account(channel)}/check`);
export const replaceKeys = (channel, keys) => call('PUT', `/channels${account(channel)}/token`, keys);
export const publishing = () => call('GET', '/publishing');
/** Stops publishing or lets it go on; `channel` is null for all of them. */
export const publish = (channel, wanted) => call('PUT', `/publishing${channel ? account(channel) : ''}`, wanted);
export const waiting = () => call('GET', '/publications?state=HELD&limit=200');
export const release = (one) => call('POST', `/publications/${encodeURIComponent(one.id)}/release`);
export const drop = (one, reason) => call('POST', `/publications/${encodeURIComponent(one.id)}/drop`, { reason });
export const titles = async () => (await fetch('/channels/page/titles.json')).json();
