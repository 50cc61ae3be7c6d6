/** Our REST, with the session that the person has in the webapps. A refusal is an Error with the server's sentence. */
async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(`/api/channels${path}`, {
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
    throw new Error('Сервер не отвечает. Страница попробует ещё раз.');
  }
  if (answer.status === 401) throw new Error('Вход истёк: войдите в Cockpit или Tasklist и обновите страницу.');
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.detail || `Не получилось: сервер ответил ${answer.status}.`);
  return json;
}

const account = (channel) => `/${encodeURIComponent(channel.platform)}/${encodeURIComponent(channel.account)}`;

export const channels = () => call('GET', '');
export const check = (channel) => call('POST', `${account(channel)}/check`);
export const replaceKeys = (channel, keys) => call('PUT', `${account(channel)}/token`, keys);
export const titles = async () => (await fetch('/channels/page/titles.json')).json();
