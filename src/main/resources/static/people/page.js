import { onSubmit, open } from '/kit/dialogs.js';
import { el, person as named, tell } from '/kit/dom.js';
import { whenWithYear } from '/kit/format.js';
import { isIn } from '/kit/me.js';
import { platformTitle } from '/kit/platforms.js';
import { counted } from '/kit/plurals.js';
import * as api from './api.js';
import { kept } from './words.js';

const cards = document.querySelector('#cards');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const search = document.querySelector('#search');
const journal = document.querySelector('#journal');
const dialog = document.querySelector('#erase');
const form = dialog.querySelector('form');
const mayErase = isIn('camunda-admin');

let chosen = null;

function card(person) {
  const facts = el('dl', { class: 'facts' }, el('dt', {}, 'Считаем…'));
  api.holdings(person).then(
    (held) => facts.replaceChildren(...kept(held).flatMap(([words, n]) => [el('dt', {}, words), el('dd', {}, String(n))])),
    (failure) => facts.replaceChildren(el('dt', {}, failure.message)));
  return el('article', { class: 'card', 'data-id': person.authorId },
    el('header', {},
      el('h3', {}, named(person.name, 'Имя неизвестно'),
        el('small', {}, `${platformTitle(person.platform)} · `, el('bdi', {}, person.authorId)))),
    facts,
    el('div', { class: 'buttons' },
      el('a', { href: api.exportUrl(person), download: '' }, 'Выгрузить'),
      mayErase ? el('button', { type: 'button', class: 'danger', onclick: () => ask(person) }, 'Стереть…') : null));
}

function ask(person) {
  chosen = person;
  dialog.querySelector('.id').textContent = person.authorId;
  open(dialog, `Стереть данные: ${person.name || person.authorId}`);
}

async function find() {
  const q = search.elements.q.value.trim();
  if (!q) return;
  try {
    const found = await api.search(q);
    cards.replaceChildren(...found.map(card));
    if (found.length === 0) cards.append(el('p', { class: 'nobody' }, 'Никого не нашлось: такого имени или номера нет ни в одном обращении.'));
    summary.textContent = found.length === 0 ? 'Никого не нашлось' : `Нашлось: ${counted(found.length, 'человек', 'человека', 'человек')}`;
    tell(trouble, '');
  } catch (failure) {
    tell(trouble, failure.message);
  }
}

async function showErased() {
  const all = await api.erasures().catch(() => []);
  journal.hidden = all.length === 0;
  journal.querySelector('tbody').replaceChildren(...all.map((one) => el('tr', {},
    el('td', {}, whenWithYear(one.askedAt)),
    el('td', {}, platformTitle(one.platform)),
    el('td', {}, el('bdi', {}, one.by)),
    el('td', {}, el('code', {}, one.pseudonym)),
    el('td', {}, one.doneAt ? 'стёрто' : 'номер нужен, пока действует бан'))));
}

search.addEventListener('submit', (event) => {
  event.preventDefault();
  find();
});

onSubmit(dialog, async () => {
  if (form.elements.id.value.trim() !== chosen.authorId) {
    throw Object.assign(new Error(`Введите номер в точности: ${chosen.authorId}`), { field: 'id' });
  }
  await api.erase(chosen);
  await Promise.all([find(), showErased()]);
  summary.textContent = 'Данные стёрты';
});

await showErased();
