// All that was written of a script.

import { el } from '/kit/dom.js';
import * as api from './api.js';
import { fullDate } from '/kit/format.js';
import { states } from './words.js';

const dialog = document.querySelector('#history');
dialog.querySelector('button').addEventListener('click', () => dialog.close());

export async function openHistory(script) {
  const list = dialog.querySelector('#versions');
  list.replaceChildren();
  dialog.showModal();
  try {
    const all = await api.versions(script);
    list.replaceChildren(...all.map((one) => el('li', {},
      el('p', { class: 'hint' }, `Версия ${one.version}, ${states[one.state]}, ${fullDate(one.changedAt)}, ${one.changedBy ?? 'система'}`),
      el('strong', {}, one.question),
      el('p', { class: 'text' }, one.answer))));
  } catch (failure) {
    list.replaceChildren(el('li', { class: 'fault' }, failure.message));
  }
}
