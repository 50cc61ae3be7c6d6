// All that was written of a script.

import { el } from '/channels/page/dom.js';
import * as api from './api.js';
import { date, states } from './words.js';

const dialog = document.querySelector('#history');
dialog.querySelector('button').addEventListener('click', () => dialog.close());

export async function openHistory(script) {
  const list = dialog.querySelector('#versions');
  list.replaceChildren();
  dialog.showModal();
  try {
    const all = await api.versions(script);
    list.replaceChildren(...all.map((one) => el('li', {},
      el('p', { class: 'hint' }, `Версия ${one.version}, ${states[one.state]}, ${date(one.changedAt)}, ${one.changedBy ?? 'система'}`),
      el('strong', {}, one.question),
      el('p', { class: 'text' }, one.answer))));
  } catch (failure) {
    list.replaceChildren(el('li', { class: 'fault' }, failure.message));
  }
}
