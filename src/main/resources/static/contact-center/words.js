// How the page says things.

export const sources = { EMAIL: 'письмо', REST: 'вызов программы' };

export const states = {
  LATE: 'опоздал',
  STRANGER: 'чужой отправитель',
  FORGED: 'номер подделан',
  UNKNOWN: 'запрос не найден',
  AUTOMATIC: 'автоответ',
  UNREADABLE: 'не читается',
};

const outcomes = {
  LATE: 'этого ответа уже не ждали, он записан в обращение заметкой.',
  DOUBLE: 'на этот запрос уже ответили, он записан в обращение заметкой.',
};

/** What became of an answer that somebody gave to a request. */
export const outcome = (state, request) =>
  `Ответ привязан к запросу № ${request.id}: ${outcomes[state] ?? `он лежит в обращении № ${request.caseId} черновиком для модератора.`}`;
