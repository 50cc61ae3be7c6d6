import { call } from '/kit/api.js';

const root = '/api/advocates';

const one = (advocate) => `${root}/${encodeURIComponent(advocate.id)}`;

export const advocates = () => call('GET', `${root}?limit=1000`);
export const register = (entry) => call('POST', root, entry);
export const prolong = (advocate, entry) => call('PUT', one(advocate), entry);
export const withdraw = (advocate) => call('DELETE', one(advocate));
