/** Our REST, with the session that the person has in the webapps. A refusal is an Error with the server's sentence. */
async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(`/api/advocates${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'X-XSRF-TOKEN': document.body.dataset.csrf,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new Error('Сервер не отвечает. Попробуйте ещё раз.');
  }
  if (answer.status === 401) throw new Error('Вход истёк: войдите в Tasklist и обновите страницу.');
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const refusal = new Error(json.detail || `Не получилось: сервер ответил ${answer.status}.`);
    refusal.field = json.field;
    throw refusal;
  }
  return json;
}

const one = (advocate) => `/${encodeURIComponent(advocate.id)}`;

export const advocates = () => call('GET', '?limit=1000');
export const register = (entry) => call('POST', '', entry);
export const prolong = (advocate, entry) => call('PUT', one(advocate), entry);
export const withdraw = (advocate) => call('DELETE', one(advocate));
