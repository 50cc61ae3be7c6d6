// A spreadsheet on its way in: what it would do is shown first, then it is confirmed.

import { onSubmit } from '/kit/dialogs.js';
import { el } from '/kit/dom.js';
import { platforms } from '/kit/platforms.js';
import * as api from './api.js';
import { fields, outcomes, sum } from './words.js';

const dialog = document.querySelector('#import');
const form = dialog.querySelector('form');
const outlook = dialog.querySelector('#outlook');
const fault = dialog.querySelector('.fault');
const confirm = dialog.querySelector('button.main');
const longestList = 200;

let act = null;
let mapping = {};

export function openImport(whatThen) {
  act = whatThen;
  mapping = {};
  form.reset();
  clear();
  dialog.showModal();
}

function clear() {
  fault.textContent = '';
  outlook.hidden = true;
  confirm.disabled = true;
}

const chosen = () => form.elements.file.files[0];
const order = (dryRun) => ({ dryRun, approve: form.elements.approve.checked, mapping });

async function look() {
  clear();
  if (!chosen()) return;
  fault.textContent = 'Читаем файл…';
  try {
    const report = await api.bring(chosen(), order(true));
    fault.textContent = '';
    show(report);
    confirm.disabled = report.created + report.updated === 0;
  } catch (failure) {
    fault.textContent = failure.message;
  }
}

function show(report) {
  outlook.replaceChildren(
    el('p', { class: 'sum' }, `Что получится — ${sum(report)}`),
    el('h3', {}, 'Столбцы'),
    el('ul', { class: 'columns' }, ...report.columns.map(column)),
    el('h3', {}, 'Первые строки'),
    el('div', { class: 'scroll' }, table(report.preview)),
    ...rejected(report.rejected));
  outlook.hidden = false;
}

function column({ column: letter, header, field }) {
  const select = el('select', { 'aria-label': `Столбец ${letter}`, onchange: () => { mapping[select.value] = letter; look(); } },
    el('option', { value: '' }, 'не читаем'),
    ...Object.entries(fields).map(([id, title]) => el('option', { value: id }, title)),
    ...Object.entries(platforms).map(([id, title]) => el('option', { value: id }, `Ответ: ${title}`)));
  select.value = field ?? '';
  return el('li', {}, el('span', {}, `${letter} · ${header}`), ' → ', select);
}

const table = (rows) => el('table', {},
  el('thead', {}, el('tr', {}, ...['Строка', 'Вопрос', 'Ответ', 'Что будет'].map((name) => el('th', {}, name)))),
  el('tbody', {}, ...rows.map((one) => el('tr', { 'data-outcome': one.outcome },
    el('td', {}, String(one.row)), el('td', {}, short(one.question)), el('td', {}, short(one.answer)), el('td', {}, outcomes[one.outcome])))));

const short = (text) => (text.length > 140 ? `${text.slice(0, 139)}…` : text);

function rejected(rows) {
  if (!rows.length) return [];
  const rest = rows.length - longestList;
  return [
    el('h3', {}, 'Не подойдут'),
    el('ul', { class: 'rejected' }, ...rows.slice(0, longestList).map(({ reason }) => el('li', {}, reason))),
    rest > 0 ? el('p', { class: 'hint' }, `И ещё строк: ${rest}`) : null,
  ].filter(Boolean);
}

form.elements.file.addEventListener('change', () => {
  mapping = {};
  look();
});
form.elements.approve.addEventListener('change', look);
onSubmit(dialog, async () => {
  const report = await api.bring(chosen(), order(false));
  await act(() => {}, `Загрузили «${chosen().name}» — ${sum(report)}.`);
});
