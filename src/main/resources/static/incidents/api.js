import { call } from '/kit/api.js';

const one = (id, what = '') => `/api/incidents/${encodeURIComponent(id)}${what}`;

export const incidents = () => call('GET', '/api/incidents');
export const incident = (id) => call('GET', one(id));
export const preview = (id, text, caseIds) => call('POST', one(id, '/preview'), { text, caseIds });
export const answer = (id, text, caseIds) => call('POST', one(id, '/answer'), { text, caseIds });
export const draft = (id) => call('GET', one(id, '/draft'));
/** `keepalive`: the page goes, the call must not. */
export const putDraft = (id, text, version, keepalive = false) => call('PUT', one(id, '/draft'), { text, version }, { keepalive });
export const stop = (id) => call('POST', one(id, '/stop'));
