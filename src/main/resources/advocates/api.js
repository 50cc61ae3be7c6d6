import { call as callDesk } from '/channels/page/call.js';

const call = (method, path, body) => callDesk(method, `/advocates${path}`, body);

const one = (advocate) => `/${encodeURIComponent(advocate.id)}`;

export const advocates = () => call('GET', '?limit=1000');
export const register = (entry) => call('POST', '', entry);
export const prolong = (advocate, entry) => call('PUT', one(advocate), entry);
export const withdraw = (advocate) => call('DELETE', one(advocate));
