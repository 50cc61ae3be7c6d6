import * as api from './api.js';
import { Column } from './column.js';
import { el } from '/kit/dom.js';
import { fullTime, staff } from './words.js';

const PAUSE = 1500;
const notice = document.getElementById('notice');
const now = document.getElementById('now');
let hide = 0;

function tell(words, bad = true) {
  notice.textContent = words;
  notice.className = 'notice' + (bad ? '' : ' good');
  notice.hidden = false;
  clearTimeout(hide);
  hide = setTimeout(() => { notice.hidden = true; }, 6000);
}

document.getElementById('staff').append(...staff.map(([login, words]) =>
  el('li', {},
    el('code', { textContent: login }),
    el('span', { textContent: words }))));

let columns = [];

async function refresh() {
  for (const column of columns) {
    now.textContent = fullTime(await column.refresh());
  }
}

async function guarded(button, work, done) {
  button.disabled = true;
  try {
    await work();
    await refresh();
    tell(done, false);
  } catch (error) {
    tell(error.message);
  } finally {
    button.disabled = false;
  }
}

for (const button of document.querySelectorAll('[data-plus]')) {
  button.addEventListener('click', () =>
    guarded(button, () => api.forward(button.dataset.plus), 'Время перемотано: ' + button.textContent));
}

const reset = document.getElementById('reset');
reset.addEventListener('click', () => {
  if (confirm('Закрыть все обращения и очистить площадки?')) {
    guarded(reset, api.reset, 'Всё начато заново');
  }
});

/** Eight columns are wider than any screen. */
function jumpTo(column) {
  const show = () => column.node.scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'start' });
  return el('button', { type: 'button', textContent: column.platform.title, onclick: show });
}

async function beat() {
  let lost = false;
  for (;;) {
    try {
      if (!columns.length) {
        columns = (await api.platforms()).map(platform => new Column(platform, tell));
        document.getElementById('columns').replaceChildren(...columns.map(column => column.node));
        document.getElementById('jump').replaceChildren(...columns.map(jumpTo));
      }
      if (!document.hidden) {
        await refresh();
      }
      if (lost) {
        tell('Связь восстановлена', false);
      }
      lost = false;
    } catch (error) {
      lost = true;
      tell(error.status === 0 ? 'Приложение не отвечает. Пробуем снова…' : error.message);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

beat();
