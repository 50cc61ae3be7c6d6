/**
 * Our REST, with the session that the person has in the webapps. The body is sent as JSON, a form with a file as it is.
 * A refusal is an Error with the server's sentence and the field it is about.
 */
export async function call(method, address, body) {
  const form = body instanceof FormData;
  let answer;
  try {
    answer = await fetch(`/api${address}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'X-XSRF-TOKEN': document.body.dataset.csrf,
        ...(body && !form ? { 'Content-Type': 'application/json' } : {}),
      },
      body: form ? body : body && JSON.stringify(body),
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
    refusal.status = answer.status;
    throw refusal;
  }
  return json;
}
