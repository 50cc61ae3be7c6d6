import { el, foreign } from '/kit/dom.js';
import { when } from '/kit/format.js';
import { casesIn, examples, states } from './words.js';

/** An incident in the list. */
export function card(incident) {
  const { id, state, cases, published } = incident;
  return el('article', { class: 'card', 'data-state': state, 'data-id': id },
    el('header', {},
      el('h3', {}, el('a', { href: `#${id}` }, `Проблема № ${id}`), el('small', {}, `с ${when(incident.openedAt)}`)),
      el('span', { class: 'state' }, states[state])),
    el('ul', { class: 'examples', 'aria-label': 'Что пишут' }, ...examples(cases).map((words) => el('li', {}, foreign('p', words)))),
    el('dl', { class: 'facts' },
      el('dt', {}, 'Обращений'), el('dd', {}, String(cases.length)),
      published > 0 ? el('dt', {}, 'Общий ответ опубликован') : null, published > 0 ? el('dd', {}, casesIn(published)) : null,
      incident.closedAt ? el('dt', {}, 'Закрыта') : null, incident.closedAt ? el('dd', {}, when(incident.closedAt)) : null));
}
