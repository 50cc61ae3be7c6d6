// What is written in the fields of a form, kept on the server: a closed tab, a broken computer or a second browser loses
// a second of it at most. Only what the person typed is ever sent, and what they wipe can be brought back.

import { el, reconcile } from '/kit/dom.js';
import { claimState, completeButton, formPane, onPage, taskId } from './page.js';
import { formOf, type } from './reply.js';
import { draft, putDraft } from './server.js';
import { beginning, moment } from '/kit/format.js';

const pause = 1000;
const again = 5000;
const mostWords = 120;
const written = new Set(['textarea', 'textfield']);

const bar = el('div.desk-drafts');

let task = null;
let fields = [];
/** While we put a text into a field ourselves, its input events are not the person's. */
let quiet = false;

/** One field of the open form that takes words. `text` is what it has to say: the server's text, or what the person has typed since. */
class Field {
  owner = task;
  text = '';
  version = 0;
  earlier = [];
  typed = false;
  unsaved = false;
  theirs = null;
  timer = 0;
  saving = null;
  asked = 0;
  known = false;
  open = false;

  constructor({ key, id, label }) {
    this.key = key;
    this.id = id;
    this.label = label;
  }

  get area() {
    const own = `[id$="-${CSS.escape(this.id)}"]`;
    return formPane()?.querySelector(`textarea${own}, input[type=text]${own}`) ?? null;
  }

  take(kept) {
    Object.assign(this, { version: kept.version, earlier: kept.earlier });
  }

  async load() {
    if (Date.now() < this.asked + again) return;
    this.asked = Date.now();
    const kept = await draft(this.owner, this.key);
    this.take(kept);
    this.known = true;
    if (!this.typed) this.text = plain(kept.text);
    else if (kept.text && plain(kept.text) !== this.text) this.theirs = kept;
    this.settle();
    this.save();
  }

  /** The form is drawn anew when it likes, with what it was opened with: then the field gets its text back. */
  settle() {
    const area = this.area;
    if (!this.known || !area || area.disabled || area.value === this.text || (!this.text && !this.typed)) return;
    quiet = true;
    type(area, this.text);
    quiet = false;
  }

  hear(value) {
    Object.assign(this, { text: value, typed: true, unsaved: true });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  async save(leaving = false) {
    clearTimeout(this.timer);
    if (!this.unsaved || !this.known) return;
    if (this.saving && !leaving) await this.saving;
    const sent = this.text;
    this.unsaved = false;
    this.saving = putDraft(this.owner, this.key, { text: sent, version: this.version }, leaving)
      .then((kept) => this.take(kept), (failure) => this.excuse(failure, sent));
    await this.saving;
    this.saving = null;
    show();
  }

  /** Somebody wrote there too: both texts are kept, this one goes on here, and the person is told. */
  async excuse(failure, sent) {
    if (failure.status === 0 || failure.status >= 500) {
      this.unsaved = true;
      this.timer = setTimeout(() => this.save(), again);
    }
    if (failure.status !== 409) return;
    const kept = await draft(this.owner, this.key);
    this.take(kept);
    if (plain(kept.text) !== sent) this.theirs = kept;
  }

  put(text) {
    const area = this.area;
    if (!area) return;
    type(area, plain(text));
    Object.assign(this, { theirs: null, open: false });
    area.focus();
    show();
  }
}

const plain = (text) => text.replace(/\r\n?/g, '\n');

async function begin() {
  const id = claimState() === 'mine' ? taskId() : null;
  if (id !== task) {
    fields.forEach((field) => field.save(true));
    task = id;
    fields = [];
    if (id) await open(id);
  }
  for (const field of fields) {
    if (field.known) field.settle();
    else field.load().catch(() => {});
  }
  show();
}

async function open(id) {
  const components = [...(await formOf(id)).values()].filter((one) => written.has(one.type));
  if (id !== task || fields.length) return;
  fields = components.map((component) => new Field(component));
}

function heard(event) {
  if (quiet) return;
  fields.find((field) => field.area === event.target)?.hear(plain(event.target.value));
}

const signed = (who, at) => [who, at && moment(at)].filter(Boolean).join(', ');

function conflict(field) {
  return {
    key: `conflict ${field.key}`,
    sign: String(field.theirs.version),
    make: () => el('div.desk-draft-conflict', { role: 'alert' },
      el('span', {}, `Этот черновик изменили в другом окне (${signed(field.theirs.writtenBy, field.theirs.writtenAt)}). Здесь остался ваш текст, тот тоже сохранён. `),
      el('button.btn.btn-default.btn-xs', { type: 'button', onclick: () => field.put(field.theirs.text) }, 'Взять тот'), ' ',
      el('button.btn.btn-default.btn-xs', { type: 'button', onclick: () => keepMine(field) }, 'Оставить мой')),
  };
}

function keepMine(field) {
  Object.assign(field, { theirs: null, unsaved: true });
  field.save();
  show();
}

function former(field) {
  const texts = field.earlier.filter((one) => plain(one.text) !== field.text);
  return texts.length && {
    key: `earlier ${field.key}`,
    sign: `${field.open} ${texts.map((one) => one.at).join()}`,
    make: () => el('div.desk-draft-earlier', {},
      el('button.btn.btn-default.btn-xs', { type: 'button', 'aria-expanded': String(field.open), onclick: () => { field.open = !field.open; show(); } },
        fields.filter((one) => one.area).length > 1 ? `Вернуть черновик: ${field.label}` : 'Вернуть черновик'),
      field.open && el('ul', {}, ...texts.map((one) => el('li', {},
        el('button.btn.btn-link.btn-xs', { type: 'button', title: plain(one.text), onclick: () => field.put(one.text) }, beginning(one.text, mostWords)),
        el('small', {}, ` ${signed(one.writer, one.at)}`))))),
  };
}

function show() {
  const button = completeButton();
  const items = fields.filter((field) => field.area).flatMap((field) => [field.theirs && conflict(field), former(field)]).filter(Boolean);
  if (!button || !items.length) {
    bar.remove();
    return;
  }
  if (bar.parentElement !== button.parentElement) button.parentElement.prepend(bar);
  reconcile(bar, items);
}

export function keepDrafts() {
  onPage(begin);
  setInterval(begin, 500);
  document.addEventListener('input', heard, true);
  addEventListener('pagehide', () => fields.forEach((field) => field.save(true)));
}
