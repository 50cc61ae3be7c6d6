import { call } from '/channels/page/call.js';

const one = (id, what = '') => `/incidents/${encodeURIComponent(id)}${what}`;

export const incidents = () => call('GET', '/incidents');
export const incident = (id) => call('GET', one(id));
export const preview = (id, text, caseIds) => call('POST', one(id, '/preview'), { text, caseIds });
export const answer = (id, text, caseIds) => call('POST', one(id, '/answer'), { text, caseIds });
export const draft = (id) => call('GET', one(id, '/draft'));
export const putDraft = (id, text, version) => call('PUT', one(id, '/draft'), { text, version });
export const stop = (id) => call('POST', one(id, '/stop'));
