// The list of incidents, or one of them: the address after # says which.

import * as api from './api.js';
import { card } from './card.js';
import { el, tell } from '/kit/dom.js';
import { hide, show } from './one.js';
import { incidentsIn } from './words.js';

const list = document.querySelector('#list');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');

const chosen = () => /^#(\d+)$/.exec(location.hash)?.[1] ?? null;

const complain = (message) => tell(trouble, message);

async function showList() {
  const all = await api.incidents();
  if (chosen()) return;
  const order = ['OPEN', 'APPROVAL', 'SENDING', 'CLOSED'];
  const openFirst = [...all].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.id - a.id);
  const cards = list.querySelector('.cards');
  cards.replaceChildren(...openFirst.map(card));
  if (all.length === 0) cards.append(el('p', { class: 'nobody' }, 'Массовых проблем не было. Как только многие напишут об одном, проблема появится здесь и придёт задачей старшему смены.'));
  const still = all.filter((one) => one.state !== 'CLOSED').length;
  summary.textContent = still === 0 ? 'открытых проблем нет' : `открыто: ${incidentsIn(still)}`;
  list.hidden = false;
}

async function open() {
  const id = chosen();
  list.hidden = id !== null;
  complain('');
  try {
    if (id) {
      await show(id, { summary, complain });
    } else {
      hide();
      await showList();
    }
  } catch (failure) {
    hide();
    summary.textContent = 'не получилось';
    complain(failure.message);
  }
}

addEventListener('hashchange', open);
await open();
