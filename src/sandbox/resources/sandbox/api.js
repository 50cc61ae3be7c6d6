// The control API. A refusal is an Error whose message is the server's sentence.

import { call } from '/kit/api.js';

const root = '/sandbox/api/';

export const platforms = () => call('GET', root + 'platforms');
export const state = platform => call('GET', root + platform + '/state?last=200');
export const write = (platform, message) => call('POST', root + platform + '/messages', message);
export const edit = (platform, id, text) =>
  call('PUT', root + platform + '/messages/' + encodeURIComponent(id), { text });
export const remove = (platform, id) =>
  call('DELETE', root + platform + '/messages/' + encodeURIComponent(id));
export const post = (platform, text) => call('POST', root + platform + '/posts', { text });
export const fault = (platform, kind, times) =>
  call('POST', root + platform + '/faults', { kind, times });
export const renewToken = platform => call('POST', root + platform + '/token');
export const forward = plus => call('POST', root + 'clock', { plus });
export const reset = () => call('POST', root + 'reset');
