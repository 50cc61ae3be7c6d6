// What stands over the conversation: the post, the person's earlier appeals, the course of this one.

import { el, foreign, person } from '/kit/dom.js';
import { measuresList } from './measures.js';
import { date, exact, moment } from '/kit/format.js';

const outcomes = {
  ANSWERED: 'ответили',
  CLOSED: 'закрыто без ответа',
  NO_REACTION: 'реакция не нужна',
  WRONG_SCHEME: 'другая схема',
  SANCTIONED: 'принята мера',
  WITHDRAWN: 'отозвано автором',
};

const classes = {
  CONSTRUCTIVE: 'конструктивное',
  NON_CONSTRUCTIVE: 'неконструктивное',
  CONSTRUCTIVE_NEGATIVE: 'конструктивный негатив',
};

const steps = {
  OPENED: 'обращение открыто',
  JOINED: 'пользователь написал ещё',
  EDITED: 'пользователь изменил сообщение',
  EDIT_UNTOLD: 'пользователь изменил сообщение, но платформа не сообщила новых слов: посмотрите его на платформе',
  REMOVED: 'пользователь удалил сообщение',
  REMOVED_BY_DESK: 'сообщение удалено нами',
  REMOVED_OUTSIDE: 'сообщение удалено на платформе, не нами',
  REPLY_REMOVED: 'наше сообщение удалено на платформе',
  PERSON_LEFT: 'пользователь запретил писать ему',
  RESTORED: 'сообщение вернулось',
  CLASSIFIED: 'обращение классифицировано',
  DEADLINE_SET: 'сроки назначены',
  DEADLINE_MISSED: 'срок пропущен',
  CALENDAR_MISSING: 'срок посчитан круглосуточно',
  ASKED_CONTACT_CENTER: 'вопрос передан в контактный центр',
  CONTACT_CENTER_ANSWERED: 'контактный центр ответил',
  CONTACT_CENTER_WITHDRAWN: 'вопрос контактному центру снят',
  NEGATIVE_SETTLED: 'негатив снят',
  NEGATIVE_LEFT: 'негатив не снят',
  ADVOCATE_ALLOWED: 'решено позвать адвоката бренда',
  ADVOCATE_REFUSED: 'адвоката бренда решили не звать',
  ADVOCATE_POSTED: 'адвокат бренда написал под своим именем',
  MANAGEMENT_CLOSED: 'руководство закрыло вопрос',
  MANAGEMENT_RETRIED: 'руководство вернуло обращение к официальному ответу',
  WITHDRAWAL_IGNORED: 'сообщения удалены, работа продолжена',
  REPLY_WRITTEN: 'ответ написан',
  ANSWERED_BY_INCIDENT: 'общий ответ на массовую проблему',
  REPLY_APPROVED: 'ответ согласован',
  REPLY_EDITED: 'ответ исправлен при согласовании',
  REPLY_RETURNED: 'ответ возвращён',
  REPLY_PUBLISHED: 'ответ опубликован',
  REPLY_REFUSED: 'платформа не приняла ответ',
  REPLY_UNKNOWN: 'неизвестно, вышел ли ответ',
  REPLY_DROPPED: 'ответ снят',
  PUBLICATION_LET_GO: 'публикация выпущена, хотя публикация остановлена',
  PUBLICATION_DROPPED: 'ожидающая публикация снята',
  MESSAGE_HIDDEN: 'сообщение скрыто нами',
  MESSAGE_SHOWN: 'сообщение возвращено на платформу',
  PERSON_BANNED: 'человек заблокирован на платформе',
  PERSON_UNBANNED: 'блокировка на платформе снята',
  ACT_REFUSED: 'платформа отказала',
  ACT_BY_HAND: 'сделано вручную',
  OFFENCE_RECORDED: 'нарушение записано',
  OFFENCE_WITHDRAWN: 'нарушение отозвано',
  SANCTION_DECIDED: 'назначена мера',
  SANCTION_ENDED: 'мера закончилась',
  SANCTION_DISPUTED: 'человек не согласен с мерой',
  SANCTION_UPHELD: 'мера оставлена в силе',
  SANCTION_REVOKED: 'мера отменена',
  CLOSED: 'обращение закрыто',
};

const clocks = {
  FIRST_RESPONSE: 'первый ответ',
  RESOLUTION: 'решение',
};

const folded = (name, title, ...content) => el(`details.desk-fold.${name}`, {}, el('summary', {}, ...title), ...content);

const post = (one) => folded('desk-post', [el('span', {}, 'Пост: '), foreign('bdi', one.text.replace(/\s+/g, ' ').slice(0, 200))],
  el('div', {}, el('small', {}, moment(one.at)), foreign('p', one.text)));

const earlier = (all, continued) => folded('desk-earlier',
  [`Прежние обращения: ${all.length}`, continued ? ` · это продолжение № ${continued}` : ''],
  el('ul', {}, ...all.map((one) => el('li', {}, el('time', { title: exact(one.openedAt) }, date(one.openedAt)), ' ',
    foreign('bdi', one.firstWords || 'без текста'), el('small', {}, ` ${one.closedAt ? outcomes[one.outcome] ?? 'закрыто' : 'в работе'}`)))));

const measures = (all) => folded('desk-measures', [`Меры: ${all.length}`], measuresList(all));

const timeline = (all) => folded('desk-timeline', ['Ход обращения'],
  el('ol', {}, ...all.map((one) => el('li', {}, el('time', { title: exact(one.at) }, moment(one.at)), ' ',
    steps[one.what] ?? one.what, one.who ? el('span', {}, ', ', person(one.who)) : null,
    one.detail ? foreign('small', ` ${outcomes[one.detail] ?? classes[one.detail] ?? clocks[one.detail] ?? one.detail}`) : null))));

const replyStates = { PUBLISHED: 'опубликован', SUPERSEDED: 'заменён другим текстом', WRITTEN: 'не опубликован' };

const drafts = (all) => folded('desk-replies', [`Варианты ответа: ${all.length}`],
  el('ol', {}, ...all.map((one) => el('li', {}, el('small', {}, el('time', { title: exact(one.writtenAt) }, moment(one.writtenAt)), ' ',
    one.author ? person(one.author) : 'программа', `: ${replyStates[one.state]}`), foreign('p', one.text)))));

/** The folds as items for `reconcile`; a fold that the moderator opened stays open while its content is the same. */
export function folds(file) {
  const item = (key, content, make) => ({ key, sign: JSON.stringify(content) + date(new Date()), make: () => make(content) });
  return [
    file.post?.text ? item('post', file.post, post) : null,
    file.earlier?.length ? item('earlier', file.earlier, (all) => earlier(all, file.continues)) : null,
    file.measures?.length ? item('measures', file.measures, measures) : null,
    file.replies?.some((one) => one.state === 'SUPERSEDED') ? item('replies', file.replies, drafts) : null,
    file.timeline?.length ? item('timeline', file.timeline, timeline) : null,
  ].filter(Boolean);
}
