// Beside the button that sends the reply: how long it may be, who will see it, until when it is taken, and its file.

import { el, reconcile, say } from '/kit/dom.js';
import { completeButton, onPage, taskId } from './page.js';
import { caseOf, placeOf, refresh } from './appeal.js';
import { isMended, replyArea, replyKind } from './reply.js';
import { objection } from './rules.js';
import { dropEnclosure, putEnclosure } from './server.js';
import { deadline } from '/kit/format.js';

const bar = el('div.desk-limits', { role: 'status' });
const trouble = el('span.desk-limit-trouble', { role: 'alert' });
const choose = el('input', { type: 'file', hidden: true, onchange: upload });

/** What one character weighs on X; the ranges are the server's. */
const light = (point) =>
  point <= 4351 || (point >= 8192 && point <= 8205) || (point >= 8208 && point <= 8223) || (point >= 8242 && point <= 8247);

const links =
  /https?:\/\/\S+|(?<![@\w.-])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|info|biz|edu|gov|app|dev|online|site|shop|store|club|pro|рф|[a-z]{2})(?![\p{L}\p{N}_-])(?:\/\S*)?/giu;

const counting = {
  UTF16: (text) => text.length,
  BYTES: (text) => new TextEncoder().encode(text).length,
  WEIGHTED: (text) => {
    const own = text.normalize('NFC').replace(/^(?:@\w{1,15}\s+)+/, '');
    const found = own.match(links)?.length ?? 0;
    return found * 23 + [...own.replace(links, '')].reduce((sum, one) => sum + (light(one.codePointAt(0)) ? 1 : 2), 0);
  },
};

const units = { UTF16: 'знаков', BYTES: 'байт', WEIGHTED: 'знаков по счёту X' };
const places = { COMMENT: 'увидят все', PRIVATE: 'увидит только автор' };

function item(key, text, state = '') {
  return { key, sign: text + state, make: () => el(`span.desk-limit${state && `.desk-limit-${state}`}`, {}, text) };
}

function length(limit) {
  const used = counting[limit.counting](replyArea().value);
  const over = used - limit.most;
  return over > 0
    ? item('length', `длиннее на ${over}: можно ${limit.most} ${units[limit.counting]}`, 'over')
    : item('length', `${used} из ${limit.most} ${units[limit.counting]}`, over > -20 ? 'soon' : '');
}

function rules() {
  const said = objection(replyArea());
  return said && item('rules', said.text, said.verdict === 'BLOCK' ? 'over' : 'soon');
}

function window(place, kind) {
  if (!place.shutsAt || kind !== place.last) return null;
  const left = deadline(place.shutsAt);
  return left.state === 'overdue'
    ? item('window', 'окно ответа закрыто', 'over')
    : item('window', `окно ответа закроется ${left.text}`, left.state === 'soon' ? 'soon' : '');
}

function file(place, kind) {
  if (!place.enclosable.includes(kind)) {
    return place.enclosure ? item('file', 'файл сюда приложить нельзя', 'over') : null;
  }
  const sent = place.enclosure;
  return {
    key: 'file',
    sign: sent ? `${sent.fileName} ${sent.bytes}` : 'none',
    make: () => sent
      ? el('span.desk-limit', {}, el('bdi', {}, sent.fileName), ' ',
        el('button.btn.btn-default.btn-xs', { type: 'button', onclick: drop }, 'Убрать файл'))
      : el('button.btn.btn-default.btn-xs', { type: 'button', onclick: () => choose.click() }, 'Приложить файл'),
  };
}

function show() {
  const button = completeButton();
  const place = placeOf(taskId());
  // A reply that is mended goes where it was meant to go, which its form does not ask again.
  if (!button || !place || !replyArea() || isMended()) {
    bar.remove();
    return;
  }
  if (bar.parentElement !== button.parentElement) {
    say(trouble, '');
    button.parentElement.prepend(bar);
  }
  const kind = replyKind() ?? place.last;
  const limit = place.limits[kind];
  const items = [limit && length(limit), item('place', `ответ ${places[kind]}`), rules(), window(place, kind), file(place, kind)].filter(Boolean);
  if (trouble.textContent) items.push({ key: 'trouble', sign: trouble.textContent, make: () => trouble });
  reconcile(bar, items);
}

async function change(work) {
  say(trouble, '');
  try {
    await work(caseOf(taskId()));
  } catch (failure) {
    say(trouble, failure.detail || 'Файл не приложился: попробуйте ещё раз.');
  }
  await refresh();
  show();
}

function upload() {
  const [chosen] = choose.files;
  if (chosen) change((caseId) => putEnclosure(caseId, chosen));
  choose.value = '';
}

const drop = () => change(dropEnclosure);

export function showLimits() {
  onPage(show);
  document.addEventListener('input', show);
  document.addEventListener('change', show);
  document.addEventListener('desk-checked', show);
  setInterval(show, 5000);
}
