import { call as callDesk } from '/channels/page/call.js';

const call = (method, path, body) => callDesk(method, `/people${path}`, body);

const one = ({ platform, authorId }) => `/${encodeURIComponent(platform)}/${encodeURIComponent(authorId)}`;

export const search = (q) => call('GET', `?q=${encodeURIComponent(q)}`);
export const holdings = (person) => call('GET', `${one(person)}/holdings`);
export const exportUrl = (person) => `/api/people${one(person)}/export`;
export const erase = (person) => call('DELETE', one(person));
export const erasures = () => call('GET', '/erasures');
