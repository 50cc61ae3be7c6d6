/** Our REST, with the session that the person has in the webapps. A refusal is an Error with the server's sentence. */
async function call(method, address, body) {
  let answer;
  try {
    answer = await fetch(`/api${address}`, {
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

export const channels = () => call('GET', '/channels');
export const check = (channel) => call('POST', `/channels${account(channel)}/check`);
export const replaceKeys = (channel, keys) => call('PUT', `/channels${account(channel)}/token`, keys);
export const publishing = () => call('GET', '/publishing');
/** Stops publishing or lets it go on; `channel` is null for all of them. */
export const publish = (channel, wanted) => call('PUT', `/publishing${channel ? account(channel) : ''}`, wanted);
export const waiting = () => call('GET', '/publications?state=HELD&limit=200');
export const release = (one) => call('POST', `/publications/${encodeURIComponent(one.id)}/release`);
export const drop = (one, reason) => call('POST', `/publications/${encodeURIComponent(one.id)}/drop`, { reason });
export const titles = async () => (await fetch('/channels/page/titles.json')).json();
