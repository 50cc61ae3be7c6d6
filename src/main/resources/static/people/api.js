import { call } from '/kit/api.js';

const root = '/api/people';

const one = ({ platform, authorId }) => `${root}/${encodeURIComponent(platform)}/${encodeURIComponent(authorId)}`;

export const search = (q) => call('GET', `${root}?q=${encodeURIComponent(q)}`);
export const holdings = (person) => call('GET', `${one(person)}/holdings`);
export const exportUrl = (person) => `${one(person)}/export`;
export const erase = (person) => call('DELETE', one(person));
export const erasures = () => call('GET', `${root}/erasures`);
