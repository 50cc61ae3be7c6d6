/** The control API. A refusal is an Error whose message is the server's sentence. */
async function call(method, path, body) {
  const answer = await fetch('/sandbox/api/' + path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(json.detail || 'Не получилось: ответ сервера ' + answer.status);
  }
  return json;
}

export const platforms = () => call('GET', 'platforms');
export const state = platform => call('GET', platform + '/state?last=200');
export const write = (platform, message) => call('POST', platform + '/messages', message);
export const edit = (platform, id, text) =>
  call('PUT', platform + '/messages/' + encodeURIComponent(id), { text });
export const remove = (platform, id) =>
  call('DELETE', platform + '/messages/' + encodeURIComponent(id));
export const post = (platform, text) => call('POST', platform + '/posts', { text });
export const fault = (platform, kind, times) =>
  call('POST', platform + '/faults', { kind, times });
export const renewToken = platform => call('POST', platform + '/token');
export const forward = plus => call('POST', 'clock', { plus });
export const reset = () => call('POST', 'reset');
