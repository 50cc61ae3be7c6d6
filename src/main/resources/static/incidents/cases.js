// The cases of an incident: who gets the answer, and how each would read it.

import { el, foreign, person } from '/kit/dom.js';
import { caseState, kinds } from './words.js';

const list = document.querySelector('#cases');
const choose = document.querySelector('#choose');
const chosenNote = document.querySelector('#chosen');

let cases = [];
let mayChoose = false;
let sights = new Map();
const left = new Set();

const canBeChosen = (one) => mayChoose && one.state !== 'HANDED';

/** The ids of the cases that shall get the answer. */
export const chosenCases = () => cases.filter((one) => canBeChosen(one) && !left.has(one.caseId)).map((one) => one.caseId);

/** Forgets who was left out and what was previewed. */
export function forget() {
  left.clear();
  sights = new Map();
}

export function showCases(fresh, choosing) {
  cases = fresh;
  mayChoose = choosing;
  choose.hidden = !choosing;
  draw();
}

/** Shows under each case how it would read; null for none. */
export function showSights(seen) {
  if (!seen && sights.size === 0) return;
  sights = new Map((seen ?? []).map((one) => [one.caseId, one]));
  draw();
}

function draw() {
  list.replaceChildren(...cases.map(line));
  count();
}

function count() {
  chosenNote.textContent = `Ответить: ${chosenCases().length} из ${cases.length}`;
}

function line(one) {
  const state = one.publishedAt ? 'PUBLISHED' : one.state;
  const id = `case-${one.caseId}`;
  return el('li', { 'data-id': one.caseId, 'data-state': state },
    mayChoose ? el('input', { type: 'checkbox', id, checked: canBeChosen(one) && !left.has(one.caseId), disabled: !canBeChosen(one), onchange: (event) => pick(one, event.target.checked) }) : null,
    el('div', { class: 'who' },
      el('label', mayChoose ? { htmlFor: id } : {}, person(one.authorName)),
      el('small', {}, `№ ${one.caseId} · ${one.platformTitle}, ${kinds[one.kind] ?? one.kind}`)),
    el('div', { class: 'words' }, foreign('p', one.words || 'без слов'), sight(sights.get(one.caseId))),
    el('div', { class: 'how' }, el('span', { class: 'state' }, caseState(one)), one.reason ? el('small', {}, one.reason) : null));
}

function sight(seen) {
  if (!seen) return null;
  return el('div', { class: 'sight', 'data-fits': String(seen.fits) },
    seen.fits ? foreign('p', seen.text) : el('p', { class: 'problem' }, `Не получит. ${seen.problem}`),
    el('small', {}, `длина ${seen.length} из ${seen.limit}`));
}

function pick(one, wanted) {
  if (wanted) left.delete(one.caseId);
  else left.add(one.caseId);
  count();
  choose.dispatchEvent(new Event('change'));
}

/** Calls the listener whenever somebody else is chosen. */
export const onChoice = (listener) => choose.addEventListener('change', listener);

choose.addEventListener('click', (event) => {
  if (!event.target.value) return;
  left.clear();
  if (event.target.value === 'none') cases.forEach((one) => left.add(one.caseId));
  choose.dispatchEvent(new Event('change'));
  draw();
});
