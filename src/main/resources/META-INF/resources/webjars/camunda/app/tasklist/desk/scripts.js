// Ready answers: those that fit the appeal, a search over all, and one button that puts an answer into the reply.

import { el, foreign, reconcile, say } from './dom.js';
import { insert, takesText } from './reply.js';
import { searchScripts } from './server.js';

const list = el('div.desk-script-list');
const empty = el('p.desk-empty');
const field = el('input', { type: 'search', placeholder: 'Поиск по скриптам', 'aria-label': 'Поиск по скриптам', maxlength: 200, oninput: typed });
const title = el('span', {}, 'Скрипты');

/** The block at the foot of the pane. */
export const scripts = el('section.desk-scripts', { 'aria-label': 'Скрипты' }, el('header', {}, title, field), list, empty);

let suggested = [];
let insertable = false;
let asked = 0;
let pause = 0;

/** Shows what the server suggests for the open appeal; keeps what the moderator is searching for. */
export async function suggest(all, task) {
  suggested = all ?? [];
  if (scripts.dataset.task !== task) {
    scripts.dataset.task = task;
    field.value = '';
    insertable = false;
  }
  if (!field.value.trim()) show(suggested, 'Подходящих скриптов нет. Поищите по словам.');
  const can = await takesText();
  if (can !== insertable && scripts.dataset.task === task) {
    insertable = can;
    if (!field.value.trim()) show(suggested, 'Подходящих скриптов нет. Поищите по словам.');
  }
}

function typed() {
  clearTimeout(pause);
  const words = field.value.trim();
  if (!words) {
    asked++;
    show(suggested, 'Подходящих скриптов нет. Поищите по словам.');
    return;
  }
  pause = setTimeout(() => search(words), 250);
}

async function search(words) {
  const mine = ++asked;
  try {
    const found = await searchScripts(words);
    if (mine === asked) show(found, 'Ничего не нашлось.');
  } catch {
    if (mine === asked) show([], 'Поиск сейчас не отвечает.');
  }
}

function show(all, otherwise) {
  say(empty, all.length ? '' : otherwise);
  reconcile(list, all.map((one) => ({ key: String(one.id), sign: `${insertable} ${one.question} ${one.answer}`, make: () => script(one) })));
}

const script = (one) => el('article.desk-script', {},
  el('details', {}, el('summary', {}, foreign('bdi', one.question)), foreign('p', one.answer)),
  insertable ? el('button.btn.btn-default.btn-xs', { type: 'button', onclick: (event) => use(event.currentTarget, one.answer) }, 'Вставить в ответ') : null);

async function use(button, answer) {
  button.disabled = true;
  const done = await insert(answer);
  say(button, done ? 'Вставлено' : 'Не вышло');
  setTimeout(() => {
    say(button, 'Вставить в ответ');
    button.disabled = false;
  }, 1200);
}
