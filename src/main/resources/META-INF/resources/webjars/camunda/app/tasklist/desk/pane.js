// The conversation beside the form: docked for as long as a task is open, always as new as the server's.

import { folds } from './about.js';
import { appeal, askWith } from './appeal.js';
import { el, person, reconcile, say } from '/kit/dom.js';
import { isLive, keepLine, listen } from './live.js';
import { measuresOf } from './measures.js';
import { lines } from './messages.js';
import { claimState, link, onPage, taskId } from './page.js';
import { scripts, suggest } from './scripts.js';
import { conversation, seen } from './server.js';
import { deadline } from '/kit/format.js';
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

let timer = 0;
let lastSeen = 0;
let soon = 0;
let forget = 0;

/** Docks the pane and keeps it up to date. */
export function dockConversation() {
  askWith(refresh);
  listen(hear);
  onPage(follow);
  document.addEventListener('visibilitychange', () => {
    keepLine(appeal.task !== null && !document.hidden);
    if (!document.hidden) refresh();
  });
}

/** Several changes of one moment are one question. */
function hear(caseId) {
  if (!appeal.task || (caseId && appeal.file && caseId !== appeal.file.caseId)) return;
  soon ||= setTimeout(() => {
    soon = 0;
    refresh();
  }, 100);
}

function follow() {
  const columns = document.querySelector('.three-cols-layout-columns');
  if (columns && pane.parentElement !== columns) columns.append(pane);
  const current = columns ? taskId() : null;
  if (current !== appeal.task) {
    appeal.task = current;
    appeal.file = null;
    lastSeen = 0;
    clear();
    keepLine(appeal.task !== null && !document.hidden);
    refresh();
  }
}

function clear() {
  // From one task to the next the pane stays, or the form beside it would jump.
  if (!appeal.task) document.body.classList.remove('desk-docked');
  news.hidden = true;
  say(trouble, '');
  say(announcement, '');
  for (const part of [head, about, log]) part.replaceChildren();
}

async function refresh() {
  clearTimeout(timer);
  const asked = appeal.task;
  if (!asked) return;
  if (!document.hidden) {
    try {
      const fresh = await conversation(asked);
      const course = fresh.timeline.length;
      fresh.measures = appeal.file?.timeline.length === course ? appeal.file.measures : await measuresOf(fresh);
      if (asked === appeal.task) show(fresh);
    } catch (failure) {
      if (asked === appeal.task) excuse(failure);
    }
  }
  if (asked === appeal.task) {
    clearTimeout(timer);
    timer = setTimeout(refresh, isLive() ? everyWhileLive : every);
  }
}

/** A task without a conversation has no pane; a server in trouble leaves what we know on the screen. */
function excuse(failure) {
  if ([403, 404].includes(failure.status)) {
    if (!appeal.file) document.body.classList.remove('desk-docked');
    return;
  }
  document.body.classList.add('desk-docked');
  say(trouble, failure.status === 401 ? 'Сеанс истёк: войдите ещё раз.' : 'Нет связи с сервером, пробуем ещё…');
}

function show(fresh) {
  const first = !appeal.file;
  const changes = first ? [] : changed(appeal.file.conversation, fresh.conversation);
  const follows = atEnd();
  appeal.file = fresh;
  say(trouble, '');
  document.body.classList.add('desk-docked');
  showHead();
  reconcile(about, folds(fresh));
  reconcile(log, lines(fresh));
  suggest(fresh.suggestions, appeal.task);
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
  if (!appeal.file || document.hidden || !atEnd() || claimState() !== 'mine') return;
  const last = appeal.file.heard;
  if (last <= lastSeen) return;
  lastSeen = last;
  seen(appeal.task, last).catch(() => (lastSeen = 0));
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
  const { task, file } = appeal;
  const due = deadline(file.dueAt);
  reconcile(head, [{
    key: 'head',
    sign: JSON.stringify([file.platform, file.kind, file.authorName, file.number, due, task]),
    make: () => el('div', {},
      el('div.desk-who', {}, el('span.desk-badge', { 'data-platform': file.platform }, file.platformTitle),
        el('strong', {}, person(file.authorName)), due ? el('span.desk-due', { 'data-state': due.state }, due.text) : null),
      el('div.desk-what', {}, [kinds[file.kind], file.number ? `обращение № ${file.number}` : null].filter(Boolean).join(' · '),
        el('a', { href: link(task), title: 'Скопировать ссылку на задачу', onclick: copyLink }, 'Ссылка на задачу'))),
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
