// The conversation beside the form: docked for as long as a task is open, always as new as the server's.

import { folds } from './about.js';
import { el, person, reconcile, say } from './dom.js';
import { isLive, keepLine, listen } from './live.js';
import { measuresOf } from './measures.js';
import { lines } from './messages.js';
import { claimState, link, onPage, taskId } from './page.js';
import { scripts, suggest } from './scripts.js';
import { conversation, seen } from './server.js';
import { deadline } from './time.js';
import { edge } from './width.js';

const every = 2500;
const everyWhileLive = 30_000;
const told = 60_000;

const head = el('header.desk-head');
const trouble = el('p.desk-trouble', { role: 'status' });
const about = el('div.desk-about');
const log = el('div.desk-log', { role: 'log', 'aria-label': 'Переписка', tabindex: 0, onscroll: noticed });
const news = el('button.desk-news', { type: 'button', hidden: true, onclick: toEnd }, 'Пользователь написал ещё ↓');
const announcement = el('p.desk-told', { 'aria-live': 'polite' });
const pane = el('aside.desk-pane', { 'aria-label': 'Переписка' }, edge, head, trouble, about,
  el('div.desk-talk', {}, log, news), scripts, announcement);

let open = null;
let file = null;
let timer = 0;
let lastSeen = 0;
let soon = 0;
let forget = 0;

/** Docks the pane and keeps it up to date. */
export function dockConversation() {
  listen(hear);
  onPage(follow);
  document.addEventListener('visibilitychange', () => {
    keepLine(open !== null && !document.hidden);
    if (!document.hidden) refresh();
  });
}

/** Several changes of one moment are one question. */
function hear(caseId) {
  if (!open || (caseId && file && caseId !== file.caseId)) return;
  soon ||= setTimeout(() => {
    soon = 0;
    refresh();
  }, 100);
}

/** The case that the task belongs to, as far as the pane knows it. */
export const caseOf = (task) => (task === open && file?.caseId) || null;

/** The platform of the task's case; null until it is known. */
export const platformOf = (task) => (task === open && file?.platform) || null;

/** Where an answer to the task's case may go; null until it is known. */
export const placeOf = (task) => (task === open && file?.place) || null;

function follow() {
  const columns = document.querySelector('.three-cols-layout-columns');
  if (columns && pane.parentElement !== columns) columns.append(pane);
  const current = columns ? taskId() : null;
  if (current !== open) {
    open = current;
    file = null;
    lastSeen = 0;
    clear();
    keepLine(open !== null && !document.hidden);
    refresh();
  }
}

function clear() {
  // From one task to the next the pane stays, or the form beside it would jump.
  if (!open) document.body.classList.remove('desk-docked');
  news.hidden = true;
  say(trouble, '');
  say(announcement, '');
  for (const part of [head, about, log]) part.replaceChildren();
}

/** Asks the server anew. */
export async function refresh() {
  clearTimeout(timer);
  const asked = open;
  if (!asked) return;
  if (!document.hidden) {
    try {
      const fresh = await conversation(asked);
      const course = fresh.timeline.length;
      fresh.measures = file?.timeline.length === course ? file.measures : await measuresOf(fresh);
      if (asked === open) show(fresh);
    } catch (failure) {
      if (asked === open) excuse(failure);
    }
  }
  if (asked === open) {
    clearTimeout(timer);
    timer = setTimeout(refresh, isLive() ? everyWhileLive : every);
  }
}

/** A task without a conversation has no pane; a server in trouble leaves what we know on the screen. */
function excuse(failure) {
  if ([403, 404].includes(failure.status)) {
    if (!file) document.body.classList.remove('desk-docked');
    return;
  }
  document.body.classList.add('desk-docked');
  say(trouble, failure.status === 401 ? 'Сеанс истёк: войдите ещё раз.' : 'Нет связи с сервером, пробуем ещё…');
}

function show(fresh) {
  const first = !file;
  const changes = first ? [] : changed(file.conversation, fresh.conversation);
  const follows = atEnd();
  file = fresh;
  say(trouble, '');
  document.body.classList.add('desk-docked');
  showHead();
  reconcile(about, folds(fresh));
  reconcile(log, lines(fresh));
  suggest(fresh.suggestions, open);
  if (first || follows) toEnd();
  if (changes.length) announce(changes, follows);
  tellSeen();
}

const sayings = { JOINED: 'Пользователь написал ещё', EDITED: 'Пользователь изменил сообщение', REMOVED: 'Пользователь удалил сообщение', GONE: 'Сообщение удалено на платформе' };

/** What the person did since: {one, what}. */
function changed(before, after) {
  const known = new Map(before.map((one) => [one.externalId, one]));
  return after.filter((one) => !one.byBrand).map((one) => ({ one, what: difference(known.get(one.externalId), one) })).filter((each) => each.what);
}

function difference(old, one) {
  if (!old) return 'JOINED';
  if (one.state === 'DELETED' && old.state === 'DELETED') return null;
  if (one.state === 'DELETED') return one.removedBy === 'DESK' ? null : one.removedBy === 'AUTHOR' ? 'REMOVED' : 'GONE';
  return old.text === one.text ? null : 'EDITED';
}

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 40;

/** A reply goes out only if its author had the last message before their eyes: open, theirs, and scrolled to it. */
function tellSeen() {
  if (!file || document.hidden || !atEnd() || claimState() !== 'mine') return;
  const last = file.heard;
  if (last <= lastSeen) return;
  lastSeen = last;
  seen(open, last).catch(() => (lastSeen = 0));
}

function announce(changes, following) {
  announcement.textContent = '';
  setTimeout(() => say(announcement, sayings[changes.at(-1).what]), 50);
  clearTimeout(forget);
  forget = setTimeout(() => say(announcement, ''), told);
  if (changes.some(({ what }) => what === 'JOINED')) news.hidden = following;
  for (const { one } of changes) log.querySelector(`[data-key="${CSS.escape(`message ${one.externalId}`)}"]`)?.classList.add('desk-fresh');
}

function noticed() {
  if (!atEnd()) return;
  news.hidden = true;
  tellSeen();
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
  news.hidden = true;
}

const kinds = { COMMENT: 'комментарий', PRIVATE: 'личное сообщение' };

function showHead() {
  const due = deadline(file.dueAt);
  reconcile(head, [{
    key: 'head',
    sign: JSON.stringify([file.platform, file.kind, file.authorName, file.number, due, open]),
    make: () => el('div', {},
      el('div.desk-who', {}, el('span.desk-badge', { 'data-platform': file.platform }, file.platformTitle),
        el('strong', {}, person(file.authorName)), due ? el('span.desk-due', { 'data-state': due.state }, due.text) : null),
      el('div.desk-what', {}, [kinds[file.kind], file.number ? `обращение № ${file.number}` : null].filter(Boolean).join(' · '),
        el('a', { href: link(open), title: 'Скопировать ссылку на задачу', onclick: copyLink }, 'Ссылка на задачу'))),
  }]);
}

async function copyLink(event) {
  event.preventDefault();
  const anchor = event.currentTarget;
  try {
    await navigator.clipboard.writeText(anchor.href);
    say(anchor, 'Скопировано');
  } catch {
    say(anchor, 'Скопируйте из строки адреса');
  }
  setTimeout(() => say(anchor, 'Ссылка на задачу'), 1500);
}
