// One line of the conversation: a message, or a note that a colleague or the desk left.

import { attachments } from './attachments.js';
import { el, foreign, person } from '/kit/dom.js';
import { exact, moment } from '/kit/format.js';

const noteTitles = {
  CONTACT_CENTER_QUESTION: 'Вопрос контактному центру',
  CONTACT_CENTER_ANSWER: 'Контактный центр отвечает',
  REMARK: 'Замечание',
  RULES: 'Правила коммуникации',
  REFUSAL: 'Платформа отказала',
};

const kinds = {
  CARD: 'номер карты', CVV: 'код карты', PHONE: 'телефон', EMAIL: 'почта',
  PASSPORT: 'паспорт', SNILS: 'СНИЛС', CONTRACT: 'договор или счёт',
};

const marks = { EDITED: 'изменено', DELETED: 'удалено на платформе', HIDDEN: 'скрыто нами' };
const removals = { AUTHOR: 'удалено автором', DESK: 'удалено нами', OTHER: 'удалено на платформе' };

const time = (at) => el('time', { datetime: at, title: exact(at) }, moment(at));

function receipt({ deliveredAt, readAt }) {
  if (readAt) return el('em', { title: exact(readAt) }, 'прочитано');
  return deliveredAt ? el('em', { title: exact(deliveredAt) }, 'доставлено') : null;
}

const earlier = (all) => el('details.desk-earlier-words', {}, el('summary', {}, `Другие редакции: ${all.length}`),
  ...all.map((one) => el('p', {}, foreign('span', one.text || 'без текста'), el('small', {}, ' до ', time(one.heardAt)))));

function message(one) {
  const mark = one.state === 'DELETED' ? removals[one.removedBy] ?? marks.DELETED : marks[one.state];
  const side = one.byBrand ? 'desk-brand' : 'desk-user';
  return el(`article.desk-message.${side}`, { 'data-state': one.state },
    el('header', {}, person(one.byBrand ? one.authorName || 'Мы' : one.authorName), time(one.at),
      mark ? el('em', {}, mark) : null, receipt(one)),
    one.text ? foreign('p', one.text) : null,
    one.earlier?.length ? earlier(one.earlier) : null,
    one.found?.length
      ? el('p.desk-found', {}, 'Личные данные: ', one.found.map((kind) => kinds[kind] ?? kind).join(', '))
      : null,
    one.mayPictureCard ? el('p.desk-found', {}, 'Вложение может содержать данные карты') : null,
    one.attachments?.length ? attachments(one.attachments) : null);
}

const note = (one) => el('article.desk-note', { 'data-kind': one.kind },
  el('header', {}, el('strong', {}, noteTitles[one.kind] ?? 'Заметка'), one.who ? person(one.who) : null, time(one.at)),
  foreign('p', one.text));

/** Messages and notes in the order of time, as items for `reconcile`. */
export function lines({ authorId, authorName, conversation = [], notes = [] }) {
  // Some deliveries name the person, some do not.
  const named = (one) => (one.authorName || one.authorId !== authorId ? one : { ...one, authorName });
  const item = (kind, key, one, make) => ({ at: one.at, key: `${kind} ${key}`, sign: `${moment(one.at)} ${JSON.stringify(one)}`, make: () => make(one) });
  return [
    ...conversation.map(named).map((one) => item('message', one.externalId, one, message)),
    ...notes.map((one, index) => item('note', index, one, note)),
  ].sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}
