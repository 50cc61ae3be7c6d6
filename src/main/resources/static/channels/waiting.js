// What waits to go out, each with its two buttons.

import { el, foreign, items, reconcile } from '/kit/dom.js';
import { instant } from './words.js';

const place = document.querySelector('#waiting');
const list = place.querySelector('ul');

const kinds = {
  reply: 'ответ',
  hide: 'скрыть сообщение',
  unhide: 'показать сообщение',
  delete: 'удалить сообщение',
  restore: 'вернуть сообщение',
  ban: 'заблокировать',
  unban: 'снять блокировку',
};

function item(one, actions) {
  const note = one.letGo ? 'Выпущено, уходит' : one.reason;
  return el('li', {},
    el('div', {},
      el('p', { class: 'what' },
        el('strong', { textContent: `${one.platformTitle} (${one.account}) · ${kinds[one.kind] ?? one.kind}` }),
        el('span', { class: 'hint', textContent: ` обращение № ${one.caseId}, ${instant(one.createdAt)}` })),
      one.text ? foreign('p.text', one.text) : null,
      note ? el('p', { class: 'hint', textContent: note }) : null),
    actions
      ? el('div', { class: 'buttons' },
          one.stopped && !one.letGo
            ? el('button', { type: 'button', textContent: 'Выпустить', onclick: (event) => actions.release(one, event.target) })
            : null,
          one.letGo ? null : el('button', { type: 'button', textContent: 'Снять…', onclick: () => actions.drop(one) }))
      : null);
}

/** Draws what waits, the oldest first; `actions` are release(one, button) and drop(one), null for onlookers. */
export function showWaiting(all, actions) {
  place.hidden = all.length === 0;
  reconcile(list, items([...all].reverse(), (one) => one.id, (one) => item(one, actions)));
}
