import { el } from '/channels/page/dom.js';
import * as api from './api.js';
import { advocatesIn, from, lastDay, outcomesIn, refusal, states } from './words.js';

const cards = document.querySelector('#cards');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const order = Object.keys(states);

function card(advocate) {
  const gone = advocate.state === 'WITHDRAWN';
  return el('article', { class: 'card', 'data-state': advocate.state, 'data-id': advocate.id },
    el('header', {},
      el('h3', {}, el('bdi', {}, advocate.name), el('small', {}, `${advocate.platformTitle} · `, el('bdi', {}, advocate.accountId))),
      el('span', { class: 'state' }, states[advocate.state])),
    el('p', { class: 'sentence' }, advocate.disclosure),
    el('dl', { class: 'facts' },
      el('dt', {}, 'Согласие'), el('dd', {}, `${from(advocate.consentFrom)} — ${lastDay(advocate.consentUntil)}`),
      gone ? el('dt', {}, 'Отозвано') : null, gone ? el('dd', {}, from(advocate.withdrawnAt)) : null,
      el('dt', {}, 'Посты'), el('dd', {}, outcomesIn(advocate.outcomes))),
    gone ? null : el('div', { class: 'buttons' },
      el('button', { type: 'button', onclick: () => open('prolong', advocate) }, 'Продлить'),
      el('button', { type: 'button', onclick: () => open('withdraw', advocate) }, 'Отозвать')));
}

async function refresh() {
  try {
    const all = await api.advocates();
    const activeFirst = [...all].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name, 'ru'));
    cards.replaceChildren(...activeFirst.map(card));
    if (all.length === 0) cards.append(el('p', { class: 'nobody' }, 'В реестре пока никого нет.'));
    const active = all.filter((one) => one.state === 'ACTIVE').length;
    summary.textContent = all.length === 0 ? 'реестр пуст' : `${advocatesIn(all.length)} в реестре, согласие действует: ${active}`;
    trouble.hidden = true;
  } catch (failure) {
    trouble.textContent = failure.message;
    trouble.hidden = false;
  }
}

let chosen = null;

function open(id, advocate) {
  chosen = advocate;
  const dialog = document.querySelector(`#${id}`);
  dialog.querySelector('form').reset();
  dialog.querySelector('.fault').textContent = '';
  if (advocate) dialog.querySelector('h2').textContent = `${id === 'prolong' ? 'Продлить' : 'Отозвать'} согласие: ${advocate.name}`;
  dialog.showModal();
}

function wire(id, act) {
  const dialog = document.querySelector(`#${id}`);
  const form = dialog.querySelector('form');
  form.querySelector('button[value=cancel]').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button.main');
    button.disabled = true;
    try {
      await act(Object.fromEntries(new FormData(form)));
      dialog.close();
      await refresh();
    } catch (failure) {
      form.querySelector('.fault').textContent = refusal(failure);
      form.elements[failure.field]?.focus();
    } finally {
      button.disabled = false;
    }
  });
}

document.querySelector('#add').addEventListener('click', () => open('register', null));
wire('register', (entry) => api.register(entry));
wire('prolong', (entry) => api.prolong(chosen, entry));
wire('withdraw', () => api.withdraw(chosen));
await refresh();
