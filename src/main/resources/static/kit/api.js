// Calls to the server, with the session that the person has in the webapps.

import { serverSays } from './format.js';

/** @type {Record<number, string>} */
const sentences = {
  0: 'Сервер не отвечает. Попробуйте ещё раз.',
  401: 'Вход истёк: войдите в Tasklist и обновите страницу.',
  413: 'Файл больше 20 МБ.',
};

/** Why a call failed; the message is a sentence for the person. */
export class CallFailed extends Error {
  /**
   * @param {number} status 0 when no answer came
   * @param {{detail?: string, field?: string} | null} [problem] what the server says
   */
  constructor(status, problem = null) {
    super(sentences[status] ?? (problem?.detail || `Не получилось: сервер ответил ${status}.`));
    this.status = status;
    /** The server's own sentence, empty when it said none. */
    this.detail = problem?.detail ?? '';
    /** The field that the refusal is about. */
    this.field = problem?.field;
  }
}

/** The webapps' proof that a change comes from a page of this server: their cookie in them, ours on our pages. */
const token = () => /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';

/**
 * Asks the server. The body is sent as JSON, a form with a file as it is.
 *
 * @param {string} method
 * @param {string} address from the root of the server: `/api/…`
 * @param {any} [body]
 * @param {{keepalive?: boolean}} [options] `keepalive`: the page goes, the call must not
 * @returns {Promise<any>} the JSON of the answer, null when it has none
 * @throws {CallFailed}
 */
export async function call(method, address, body, { keepalive = false } = {}) {
  const form = body instanceof FormData;
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = token();
  if (body && !form) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers,
      keepalive,
      credentials: 'same-origin',
      body: form ? body : body && JSON.stringify(body),
    });
  } catch {
    throw new CallFailed(0);
  }
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new CallFailed(answer.status, json);
  serverSays(answer.headers.get('X-Desk-Now'));
  return json;
}

/**
 * A form with one file.
 *
 * @param {File} file
 * @param {Record<string, string | boolean>} [more] further fields
 */
export function fileForm(file, more = {}) {
  const form = new FormData();
  form.append('file', file);
  for (const [name, value] of Object.entries(more)) form.append(name, String(value));
  return form;
}
