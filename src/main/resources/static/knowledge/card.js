// One script of the list.

import { el } from '/kit/dom.js';
import { fullDate } from '/kit/format.js';
import { platformTitle } from '/kit/platforms.js';
import * as api from './api.js';
import { openForm } from './form.js';
import { openHistory } from './history.js';
import { states, term, use } from './words.js';

const fact = (name, value) => (value ? [el('dt', {}, name), el('dd', {}, value)] : []);

function variants(script) {
  return Object.entries(script.variants).map(([platform, text]) =>
    el('details', {}, el('summary', {}, `Для площадки: ${platformTitle(platform)}`), el('p', { class: 'text' }, text)));
}

const link = ({ title, url }) => el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title);

/** Buttons only for those who keep the scripts. */
export function card(script, supervisor, act) {
  const button = (title, onclick, name = '') => el('button', { type: 'button', class: name, onclick }, title);
  return el('article', { class: 'card', 'data-state': script.stale ? 'STALE' : script.state, 'data-id': String(script.id) },
    el('header', {},
      el('h3', {}, script.question, el('small', {}, [script.category, script.subcategory].filter(Boolean).join(' · '))),
      el('span', { class: 'state' }, script.stale ? 'пора проверить' : states[script.state])),
    el('p', { class: 'text' }, script.answer),
    ...variants(script),
    script.file ? el('p', { class: 'links' }, 'Файл: ', el('a', { href: `/api/knowledge/${script.id}/file`, download: true }, script.file.fileName)) : null,
    script.links.length ? el('p', { class: 'links' }, ...script.links.map(link)) : null,
    el('dl', { class: 'facts' },
      ...fact('Срок', term(script)),
      ...fact('Ответственный', script.owner),
      ...fact('Источник', script.source),
      ...fact('Изменён', fullDate(script.changedAt)),
      ...fact('Польза', use(script.score)),
      ...fact('Сомнение', script.doubt)),
    el('div', { class: 'buttons' },
      supervisor && script.state !== 'APPROVED' ? button('Утвердить', () => act(() => api.approve(script), 'Скрипт утверждён.'), 'main') : null,
      supervisor && script.stale ? button('Проверено, верно', () => act(() => api.approve(script), 'Отметили: скрипт проверен.'), 'main') : null,
      supervisor ? button('Изменить', () => openForm(script, act)) : null,
      button('История', () => openHistory(script)),
      supervisor && script.state !== 'WITHDRAWN' ? button('Отозвать', () => act(() => api.withdraw(script), 'Скрипт отозван: его больше не подсказываем.')) : null));
}
