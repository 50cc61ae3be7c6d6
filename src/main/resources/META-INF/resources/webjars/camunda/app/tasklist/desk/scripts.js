// Ready answers: those that fit what the person wrote last, a search over all, and one click or Alt with a digit that puts one into the reply.

import { el, foreign, reconcile, say } from '/kit/dom.js';
import { placeOf, refresh } from './appeal.js';
import { insert, replyKind, takesText } from './reply.js';
import { encloseOfScript, knowledgeAddress, scriptUsed, searchScripts } from './server.js';

const withKeys = 5;

const list = el('div.desk-script-list');
const empty = el('p.desk-empty');
const field = el('input', { type: 'search', placeholder: 'Поиск по скриптам', 'aria-label': 'Поиск по скриптам', maxlength: 200, oninput: typed });
const title = el('a', { href: knowledgeAddress, target: '_blank', title: 'Открыть базу знаний' }, 'Скрипты');

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
    const found = await searchScripts(scripts.dataset.task, words);
    if (mine === asked) show(found, 'Ничего не нашлось.');
  } catch {
    if (mine === asked) show([], 'Поиск сейчас не отвечает.');
  }
}

function show(all, otherwise) {
  say(empty, all.length ? '' : otherwise);
  reconcile(list, all.map((one, at) => ({
    key: String(one.id),
    sign: JSON.stringify([insertable, at, one]),
    make: () => script(one, at),
  })));
}

function script(one, at) {
  const key = at < withKeys ? `Alt+${at + 1}` : null;
  return el('article.desk-script', {},
    el('details', {}, el('summary', {}, marked(one.question, one.highlights)), foreign('p', one.answer), from(one)),
    insertable
      ? el('button.btn.btn-default.btn-xs', { type: 'button', 'aria-keyshortcuts': key, onclick: (event) => use(event.currentTarget, one) },
          el('span', {}, 'Вставить в ответ'), key ? el('kbd', { 'aria-hidden': 'true' }, key) : null)
      : null);
}

/** The question with the words that fit set off. */
function marked(question, highlights) {
  const node = foreign('bdi', '');
  let rest = question;
  for (const word of highlights ?? []) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    node.append(rest.slice(0, at), el('mark', {}, word));
    rest = rest.slice(at + word.length);
  }
  node.append(rest);
  return node;
}

const from = (one) =>
  el('small', {}, [one.forChannel ? 'ответ для этой площадки' : null, one.source ? `источник: ${one.source}` : null, one.file ? `файл: ${one.file}` : null].filter(Boolean).join(' · '),
    ...one.links.map(({ title: name, url }) => el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, name)));

async function use(button, one) {
  const task = scripts.dataset.task;
  const label = button.firstElementChild;
  button.disabled = true;
  const done = await insert(one.answer);
  if (done) scriptUsed(task, one.id).catch(() => {});
  const enclosed = done && one.file ? await enclose(task, one) : true;
  say(label, !done ? 'Не вышло' : enclosed ? 'Вставлено' : 'Вставлено без файла');
  setTimeout(() => {
    say(label, 'Вставить в ответ');
    button.disabled = false;
  }, 1200);
}

/** A file that the moderator has chosen stays; where no file may go, none is put. */
async function enclose(task, one) {
  const place = placeOf(task);
  if (!place?.enclosable.includes(replyKind() ?? place.last) || place.enclosure) return false;
  const done = await encloseOfScript(task, one.id).then(() => true, () => false);
  await refresh();
  return done;
}

/** Alt+1 is the first script of the list, wherever the cursor stands. */
document.addEventListener('keydown', (event) => {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (!digit || !event.altKey || event.ctrlKey || event.metaKey || Number(digit) > withKeys || !scripts.isConnected) return;
  const button = list.children[Number(digit) - 1]?.querySelector('button');
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
});
