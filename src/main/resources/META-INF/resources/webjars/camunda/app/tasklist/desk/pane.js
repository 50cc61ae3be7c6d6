// The conversation beside the form: docked for as long as a task is open, always as new as the server's.

import { folds } from './about.js';
import { el, person, reconcile, say } from './dom.js';
import { lines } from './messages.js';
import { claimState, link, onPage, taskId } from './page.js';
import { scripts, suggest } from './scripts.js';
import { conversation, seen } from './server.js';
import { deadline } from './time.js';
import { edge } from './width.js';

const every = 2500;

const head = el('header.desk-head');
const trouble = el('p.desk-trouble', { role: 'status' });
const about = el('div.desk-about');
const log = el('div.desk-log', { role: 'log', 'aria-label': 'Переписка', tabindex: 0, onscroll: noticed });
const news = el('button.desk-news', { type: 'button', hidden: true, onclick: toEnd }, 'Пользователь написал ещё ↓');
const announcement = el('p.sr-only', { 'aria-live': 'polite' });
const pane = el('aside.desk-pane', { 'aria-label': 'Переписка' }, edge, head, trouble, about,
  el('div.desk-talk', {}, log, news), scripts, announcement);

let open = null;
let file = null;
let timer = 0;
let lastSeen = 0;

/** Docks the pane and keeps it up to date. */
export function dockConversation() {
  onPage(follow);
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
}

/** The case that the task belongs to, as far as the pane knows it. */
export const caseOf = (task) => (task === open && file?.caseId) || null;

/** The server's draft of the answer to the task's case; null until it is known. */
export const draftOf = (task) => (task === open && file?.draft) || null;

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
    refresh();
  }
}

function clear() {
  // From one task to the next the pane stays, or the form beside it would jump.
  if (!open) document.body.classList.remove('desk-docked');
  news.hidden = true;
  say(trouble, '');
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
      if (asked === open) show(fresh);
    } catch (failure) {
      if (asked === open) excuse(failure);
    }
  }
  if (asked === open) {
    clearTimeout(timer);
    timer = setTimeout(refresh, every);
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
  const known = new Set((file?.conversation ?? []).map((one) => one.externalId));
  const added = first ? [] : fresh.conversation.filter((one) => !one.byBrand && !known.has(one.externalId));
  const follows = atEnd();
  file = fresh;
  say(trouble, '');
  document.body.classList.add('desk-docked');
  showHead();
  reconcile(about, folds(fresh));
  reconcile(log, lines(fresh));
  suggest(fresh.suggestions, open);
  if (first || follows) toEnd();
  if (added.length) announce(added, follows);
  tellSeen();
}

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 40;

/** A reply goes out only if its author had the last message before their eyes: open, theirs, and scrolled to it. */
function tellSeen() {
  if (!file || document.hidden || !atEnd() || claimState() !== 'mine') return;
  const last = Math.max(0, ...file.conversation.map((one) => one.id ?? 0));
  if (last <= lastSeen) return;
  lastSeen = last;
  seen(open, last).catch(() => (lastSeen = 0));
}

function announce(added, following) {
  announcement.textContent = '';
  setTimeout(() => say(announcement, 'Пользователь написал ещё'), 50);
  news.hidden = following;
  for (const one of added) log.querySelector(`[data-key="${CSS.escape(`message ${one.externalId}`)}"]`)?.classList.add('desk-fresh');
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
