// Asks to which open request an answer belongs.

import * as api from './api.js';
import { el } from '/channels/page/dom.js';
import { when } from './words.js';

const dialog = document.querySelector('#assign');
const form = dialog.querySelector('form');
const find = form.querySelector('#find');
const list = form.querySelector('#requests');
const fault = form.querySelector('.fault');
const button = form.querySelector('button.main');

let requests = [];
let wanted = null;

const choice = (request) => el('li', { 'data-id': request.id },
  el('label', {},
    el('input', { type: 'radio', name: 'request', value: request.id }),
    el('span', {},
      el('b', {}, `Запрос № ${request.id}`), ` · обращение № ${request.caseId} · ${request.platform}, `, el('bdi', {}, request.author || 'без имени'),
      el('span', { class: 'question', dir: 'auto' }, request.question),
      el('small', {}, `задан ${when(request.askedAt)}${request.dueAt ? `, ответ нужен к ${when(request.dueAt)}` : ''}`))));

function draw() {
  const words = find.value.trim().toLocaleLowerCase('ru');
  const found = requests.filter((one) => [one.id, one.caseId, one.author, one.question].join(' ').toLocaleLowerCase('ru').includes(words));
  const nothing = requests.length ? 'Такого запроса нет: поищите иначе.' : 'Открытых запросов нет: привязать не к чему.';
  list.replaceChildren(...(found.length ? found.map(choice) : [el('li', { class: 'hint' }, nothing)]));
  find.hidden = requests.length === 0;
}

/** Shows the open requests; `act` gets the chosen one, and what it throws is shown in the dialog. */
export async function askForRequest(act) {
  wanted = act;
  form.reset();
  fault.textContent = '';
  requests = [];
  try {
    requests = await api.requests();
  } catch (failure) {
    fault.textContent = failure.message;
  }
  button.disabled = requests.length === 0;
  draw();
  dialog.showModal();
}

find.addEventListener('input', draw);
form.querySelector('button[value=cancel]').addEventListener('click', () => dialog.close());
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const chosen = requests.find((one) => String(one.id) === new FormData(form).get('request'));
  if (!chosen) {
    fault.textContent = 'Выберите запрос.';
    return;
  }
  button.disabled = true;
  try {
    await wanted(chosen);
    dialog.close();
  } catch (failure) {
    fault.textContent = failure.message;
  } finally {
    button.disabled = false;
  }
});
