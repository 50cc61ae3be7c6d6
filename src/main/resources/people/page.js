import { el } from '/channels/page/dom.js';
import * as api from './api.js';
import { kept, peopleIn, platforms, when } from './words.js';

const cards = document.querySelector('#cards');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const search = document.querySelector('#search');
const journal = document.querySelector('#journal');
const dialog = document.querySelector('#erase');
const form = dialog.querySelector('form');
const mayErase = document.body.dataset.mayErase === 'true';

let chosen = null;

function card(person) {
  const facts = el('dl', { class: 'facts' }, el('dt', {}, 'Считаем…'));
  api.holdings(person).then(
    (held) => facts.replaceChildren(...kept(held).flatMap(([words, n]) => [el('dt', {}, words), el('dd', {}, String(n))])),
    (failure) => facts.replaceChildren(el('dt', {}, failure.message)));
  return el('article', { class: 'card', 'data-id': person.authorId },
    el('header', {},
      el('h3', {}, el('bdi', {}, person.name || 'Имя неизвестно'),
        el('small', {}, `${platforms[person.platform] ?? person.platform} · `, el('bdi', {}, person.authorId)))),
    facts,
    el('div', { class: 'buttons' },
      el('a', { href: api.exportUrl(person), download: '' }, 'Выгрузить'),
      mayErase ? el('button', { type: 'button', class: 'danger', onclick: () => ask(person) }, 'Стереть…') : null));
}

function ask(person) {
  chosen = person;
  form.reset();
  form.querySelector('.fault').textContent = '';
  dialog.querySelector('h2').textContent = `Стереть данные: ${person.name || person.authorId}`;
  dialog.querySelector('.id').textContent = person.authorId;
  dialog.showModal();
}

async function find() {
  const q = search.elements.q.value.trim();
  if (!q) return;
  try {
    const found = await api.search(q);
    cards.replaceChildren(...found.map(card));
    if (found.length === 0) cards.append(el('p', { class: 'nobody' }, 'Никого не нашлось: такого имени или номера нет ни в одном обращении.'));
    summary.textContent = found.length === 0 ? 'Никого не нашлось' : `Нашлось: ${peopleIn(found.length)}`;
    trouble.hidden = true;
  } catch (failure) {
    trouble.textContent = failure.message;
    trouble.hidden = false;
  }
}

async function showErased() {
  const all = await api.erasures().catch(() => []);
  journal.hidden = all.length === 0;
  journal.querySelector('tbody').replaceChildren(...all.map((one) => el('tr', {},
    el('td', {}, when(one.askedAt)),
    el('td', {}, platforms[one.platform] ?? one.platform),
    el('td', {}, el('bdi', {}, one.by)),
    el('td', {}, el('code', {}, one.pseudonym)),
    el('td', {}, one.doneAt ? 'стёрто' : 'номер нужен, пока действует бан'))));
}

search.addEventListener('submit', (event) => {
  event.preventDefault();
  find();
});

form.querySelector('button[value=cancel]').addEventListener('click', () => dialog.close());
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fault = form.querySelector('.fault');
  if (form.elements.id.value.trim() !== chosen.authorId) {
    fault.textContent = `Введите номер в точности: ${chosen.authorId}`;
    form.elements.id.focus();
    return;
  }
  const button = form.querySelector('button.main');
  button.disabled = true;
  try {
    await api.erase(chosen);
    dialog.close();
    await Promise.all([find(), showErased()]);
    summary.textContent = 'Данные стёрты';
  } catch (failure) {
    fault.textContent = failure.message;
  } finally {
    button.disabled = false;
  }
});

await showErased();
