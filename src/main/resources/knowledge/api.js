import { call as callDesk } from '/channels/page/call.js';

const call = (method, path, body) => callDesk(method, `/knowledge${path}`, body);

const one = (script) => `/${encodeURIComponent(script.id)}`;

export const counts = () => call('GET', '/counts');
export function scripts(filter) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return call('GET', `?${query}`);
}
export const versions = (script) => call('GET', `${one(script)}/versions`);
export const offer = (entry) => call('POST', '', entry);
export const change = (script, entry) => call('PUT', one(script), entry);
export const approve = (script) => call('POST', `${one(script)}/approve`);
export const withdraw = (script) => call('POST', `${one(script)}/withdraw`);
export const synonyms = () => call('GET', '/synonyms');
export const keepSynonyms = (groups) => call('PUT', '/synonyms', { groups });

/** Reads a spreadsheet; with dryRun nothing is written. */
export function bring(file, { dryRun, approve: atOnce, mapping }) {
  const body = new FormData();
  body.append('file', file);
  body.append('dryRun', dryRun);
  body.append('approve', atOnce);
  body.append('mapping', JSON.stringify(mapping));
  return call('POST', '/import', body);
}
