// The common answer while it is written: the server holds it, so a closed window or another browser loses a second of it at
// most, and what was wiped can be brought back.

import * as api from './api.js';
import { el } from '/kit/dom.js';
import { beginning, when } from '/kit/format.js';

const PAUSE = 1_000;
const AGAIN = 5_000;
const text = document.querySelector('#text');
const before = document.querySelector('#before');

let id = null;
let version = 0;
let timer = 0;
let saving = Promise.resolve();
let heard = () => {};

/** Calls the listener when the text has become another one. */
export const onText = (listener) => (heard = listener);

/** Lays the draft out; `fallback` stands there where nobody has written yet. */
export async function open(incident, fallback) {
  close();
  const kept = await api.draft(incident).catch(() => ({ text: '', version: 0, earlier: [] }));
  id = incident;
  text.value = kept.version > 0 ? kept.text : fallback;
  take(kept);
}

/** Nothing is written any more. */
export function close() {
  if (timer) save();
  id = null;
  before.hidden = true;
}

function take(kept) {
  version = kept.version;
  const texts = kept.earlier.filter((one) => one.text !== text.value);
  before.hidden = texts.length === 0;
  before.querySelector('ul').replaceChildren(...texts.map((one) => el('li', {},
    el('button', { type: 'button', onclick: () => put(one.text) }, beginning(one.text, 120)),
    el('small', {}, ` ${[one.writer, when(one.at)].filter(Boolean).join(', ')}`))));
}

function put(earlier) {
  text.value = earlier;
  before.open = false;
  typed();
  text.focus();
}

function typed() {
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
  heard();
}

/** One after another: each needs the version that the one before has got. */
function save() {
  clearTimeout(timer);
  timer = 0;
  const [incident, sent] = [id, text.value];
  if (incident === null) return saving;
  saving = saving.then(async () => {
    try {
      const kept = await api.putDraft(incident, sent, version);
      if (incident === id) take(kept);
    } catch (failure) {
      if (incident !== id) return;
      // Somebody wrote there too: both texts are kept, and this one goes on here.
      if (failure.status === 409) take(await api.draft(incident));
      else if (failure.status !== 404 && !timer) timer = setTimeout(save, AGAIN);
    }
  });
  return saving;
}

text.addEventListener('input', typed);
document.addEventListener('visibilitychange', () => document.hidden && timer && save());
addEventListener('pagehide', () => {
  if (timer && id !== null) api.putDraft(id, text.value, version, true).catch(() => {});
});
