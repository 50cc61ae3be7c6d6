// Asks to which open request an answer belongs.

import * as api from './api.js';
import { onSubmit } from '/kit/dialogs.js';
import { el, foreign, person } from '/kit/dom.js';
import { when } from '/kit/format.js';

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
      el('b', {}, `Запрос № ${request.id}`), ` · обращение № ${request.caseId} · ${request.platform}, `, person(request.author),
      foreign('span.question', request.question),
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
onSubmit(dialog, async () => {
  const chosen = requests.find((one) => String(one.id) === new FormData(form).get('request'));
  if (!chosen) throw new Error('Выберите запрос.');
  await wanted(chosen);
});
