import { onSubmit, open } from '/kit/dialogs.js';
import { el, person, tell } from '/kit/dom.js';
import { fullDate } from '/kit/format.js';
import '/kit/me.js';
import { platformOptions } from '/kit/platforms.js';
import { counted } from '/kit/plurals.js';
import * as api from './api.js';
import { lastDay, outcomesIn, refusal, states } from './words.js';

const cards = document.querySelector('#cards');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const order = Object.keys(states);

function card(advocate) {
  const gone = advocate.state === 'WITHDRAWN';
  return el('article', { class: 'card', 'data-state': advocate.state, 'data-id': advocate.id },
    el('header', {},
      el('h3', {}, person(advocate.name), el('small', {}, `${advocate.platformTitle} · `, el('bdi', {}, advocate.accountId))),
      el('span', { class: 'state' }, states[advocate.state])),
    el('p', { class: 'sentence' }, advocate.disclosure),
    el('dl', { class: 'facts' },
      el('dt', {}, 'Согласие'), el('dd', {}, `${fullDate(advocate.consentFrom)} — ${lastDay(advocate.consentUntil)}`),
      gone ? el('dt', {}, 'Отозвано') : null, gone ? el('dd', {}, fullDate(advocate.withdrawnAt)) : null,
      el('dt', {}, 'Посты'), el('dd', {}, outcomesIn(advocate.outcomes))),
    gone ? null : el('div', { class: 'buttons' },
      el('button', { type: 'button', onclick: () => ask('prolong', advocate) }, 'Продлить'),
      el('button', { type: 'button', onclick: () => ask('withdraw', advocate) }, 'Отозвать')));
}

async function refresh() {
  try {
    const all = await api.advocates();
    const activeFirst = [...all].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name, 'ru'));
    cards.replaceChildren(...activeFirst.map(card));
    if (all.length === 0) cards.append(el('p', { class: 'nobody' }, 'В реестре пока никого нет.'));
    const active = all.filter((one) => one.state === 'ACTIVE').length;
    summary.textContent = all.length === 0 ? 'реестр пуст' : `${counted(all.length, 'адвокат', 'адвоката', 'адвокатов')} в реестре, согласие действует: ${active}`;
    tell(trouble, '');
  } catch (failure) {
    tell(trouble, failure.message);
  }
}

let chosen = null;

const dialog = (id) => document.querySelector(`#${id}`);

function ask(id, advocate) {
  chosen = advocate;
  open(dialog(id), advocate && `${id === 'prolong' ? 'Продлить' : 'Отозвать'} согласие: ${advocate.name}`);
}

const wire = (id, act) => onSubmit(dialog(id), async (form) => {
  await act(Object.fromEntries(new FormData(form)));
  await refresh();
}, refusal);

document.querySelector('#register select[name=platform]').append(...platformOptions());
document.querySelector('#add').addEventListener('click', () => ask('register', null));
wire('register', (entry) => api.register(entry));
wire('prolong', (entry) => api.prolong(chosen, entry));
wire('withdraw', () => api.withdraw(chosen));
await refresh();
