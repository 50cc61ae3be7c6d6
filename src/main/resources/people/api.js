/** Our REST, with the session that the person has in the webapps. A refusal is an Error with the server's sentence. */
async function call(method, path) {
  let answer;
  try {
    answer = await fetch(`/api/people${path}`, {
      method,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'X-XSRF-TOKEN': document.body.dataset.csrf },
    });
  } catch {
    throw new Error('Сервер не отвечает. Попробуйте ещё раз.');
  }
  if (answer.status === 401) throw new Error('Вход истёк: войдите в Tasklist и обновите страницу.');
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.detail || `Не получилось: сервер ответил ${answer.status}.`);
  return json;
}

const one = ({ platform, authorId }) => `/${encodeURIComponent(platform)}/${encodeURIComponent(authorId)}`;

export const search = (q) => call('GET', `?q=${encodeURIComponent(q)}`);
export const holdings = (person) => call('GET', `${one(person)}/holdings`);
export const exportUrl = (person) => `/api/people${one(person)}/export`;
export const erase = (person) => call('DELETE', one(person));
export const erasures = () => call('GET', '/erasures');
