import { call, fileForm } from '/kit/api.js';

const root = '/api/knowledge';

const one = (script) => `${root}/${encodeURIComponent(script.id)}`;

export const counts = () => call('GET', `${root}/counts`);
export function scripts(filter) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return call('GET', `${root}?${query}`);
}
export const versions = (script) => call('GET', `${one(script)}/versions`);
export const offer = (entry) => call('POST', root, entry);
export const change = (script, entry) => call('PUT', one(script), entry);
export const approve = (script) => call('POST', `${one(script)}/approve`);
export const withdraw = (script) => call('POST', `${one(script)}/withdraw`);
export const dropFile = (script) => call('DELETE', `${one(script)}/file`);
export const keepFile = (script, file) => call('PUT', `${one(script)}/file`, fileForm(file));
export const synonyms = () => call('GET', `${root}/synonyms`);
export const keepSynonyms = (groups) => call('PUT', `${root}/synonyms`, { groups });

/** Reads a spreadsheet; with dryRun nothing is written. */
export const bring = (file, { dryRun, approve: atOnce, mapping }) =>
  call('POST', `${root}/import`, fileForm(file, { dryRun, approve: atOnce, mapping: JSON.stringify(mapping) }));
