/** Our REST, with the session that the person has in the webapps. A refusal is an Error with the server's sentence. */
async function call(method, path, body) {
  const file = body instanceof FormData;
  let answer;
  try {
    answer = await fetch(`/api/knowledge${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'X-XSRF-TOKEN': document.body.dataset.csrf,
        ...(body && !file ? { 'Content-Type': 'application/json' } : {}),
      },
      body: file ? body : body && JSON.stringify(body),
    });
  } catch {
    throw new Error('Сервер не отвечает. Попробуйте ещё раз.');
  }
  if (answer.status === 401) throw new Error('Вход истёк: войдите в Tasklist и обновите страницу.');
  if (answer.status === 413) throw new Error('Файл больше 20 МБ.');
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const refusal = new Error(json.detail || `Не получилось: сервер ответил ${answer.status}.`);
    refusal.field = json.field;
    throw refusal;
  }
  return json;
}

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
