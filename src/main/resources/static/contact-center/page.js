import * as api from './api.js';
import { askForRequest } from './assign.js';
import { askWhetherSure } from '/kit/dialogs.js';
import { el, foreign, person, tell } from '/kit/dom.js';
import { when } from '/kit/format.js';
import '/kit/me.js';
import { counted } from '/kit/plurals.js';
import { outcome, sources, states } from './words.js';

const EVERY = 15_000;
const list = document.querySelector('#answers');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const news = document.querySelector('#news');

let drawn = '';

function item(answer) {
  const files = answer.attachments.split('\n').filter(Boolean);
  return el('article', { 'data-id': answer.id, 'data-state': answer.state },
    el('header', {},
      el('h2', {}, person(answer.sender, 'отправитель неизвестен')),
      el('span', { class: 'state' }, states[answer.state] ?? answer.state),
      el('small', {}, `${sources[answer.source] ?? answer.source} · ${when(answer.receivedAt)}${answer.requestId ? ` · запрос № ${answer.requestId}` : ''}`)),
    answer.reason ? el('p', { class: 'reason' }, answer.reason) : null,
    answer.text ? foreign('p.text', answer.text) : el('p', { class: 'hint' }, 'Текста нет.'),
    files.length ? el('p', { class: 'hint' }, `Вложения (не сохранены): ${files.join(', ')}`) : null,
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'main', onclick: () => assign(answer) }, 'Привязать к запросу…'),
      el('button', { type: 'button', onclick: () => dismiss(answer) }, 'Это не ответ…')));
}

async function refresh() {
  try {
    const all = await api.answers();
    const sign = JSON.stringify(all);
    if (sign !== drawn) list.replaceChildren(...all.map(item));
    drawn = sign;
    if (all.length === 0) list.replaceChildren(el('p', { class: 'nobody' }, 'Разбирать нечего: все ответы нашли свой запрос.'));
    summary.textContent = all.length === 0 ? 'всё разобрано' : `ждут разбора: ${counted(all.length, 'ответ', 'ответа', 'ответов')}`;
    tell(trouble, '');
  } catch (failure) {
    tell(trouble, failure.message);
  }
}

const assign = (answer) => askForRequest(async (request) => {
  const { state } = await api.assign(answer, request.id);
  tell(news, outcome(state, request));
  await refresh();
});

const dismiss = (answer) => askWhetherSure({
  title: 'Это не ответ?',
  hint: 'Из списка он пропадёт, и вернуть его сюда нельзя. Ни одно обращение не изменится.',
  label: 'Отложить',
}, async () => {
  await api.dismiss(answer);
  tell(news, 'Отложено: это не ответ.');
  await refresh();
});

setInterval(() => document.hidden || refresh(), EVERY);
await refresh();
