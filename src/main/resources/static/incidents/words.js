// How the page says things.

import { counted } from '/kit/plurals.js';

export const states = {
  OPEN: 'ждёт ответа',
  APPROVAL: 'на согласовании',
  SENDING: 'рассылается',
  CLOSED: 'закрыта',
};

export const caseStates = {
  FOUND: 'ждёт ответа',
  CHOSEN: 'получит ответ',
  HANDED: 'ответ в пути',
  SKIPPED: 'осталось модераторам',
  STOPPED: 'рассылку остановили',
};

export const caseState = (one) => (one.publishedAt ? 'ответ опубликован' : caseStates[one.state]);

export const kinds = { comment: 'комментарий', private: 'лично' };

/** «1 обращение», «2 обращения», «5 обращений». */
export const casesIn = (n) => counted(n, 'обращение', 'обращения', 'обращений');
/** «1 обращению», «2 обращениям», «5 обращениям». */
export const toCases = (n) => counted(n, 'обращению', 'обращениям', 'обращениям');
/** «1 проблема», «2 проблемы», «5 проблем». */
export const incidentsIn = (n) => counted(n, 'проблема', 'проблемы', 'проблем');

/** How the sending stands, for a person who waits: [words, number], only what there is. */
export function progress({ state, counts, published }) {
  const handed = counts.HANDED ?? 0;
  return [
    ['опубликовано', published],
    ['в пути', handed - published],
    [state === 'SENDING' ? 'ждут очереди' : 'получат', counts.CHOSEN ?? 0],
    ['осталось модераторам', counts.SKIPPED ?? 0],
    ['остановлено', counts.STOPPED ?? 0],
    ['без ответа', counts.FOUND ?? 0],
  ].filter(([, n]) => n > 0);
}

/** A few different beginnings of what people wrote. */
export function examples(cases, most = 3) {
  return [...new Set(cases.map((one) => one.words.trim()).filter(Boolean))].slice(0, most);
}
