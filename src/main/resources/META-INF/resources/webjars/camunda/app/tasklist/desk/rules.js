// What the communication rules say of a text while it is written: underlined in its place, explained below.

import { el } from '/kit/dom.js';
import { formPane, onPage, taskId } from './page.js';
import { platformOf } from './appeal.js';
import { type } from './reply.js';
import { checkText } from './server.js';

const pause = 500;
const areas = ['replyTextField', 'approvedText', 'incidentText'].map((id) => `textarea[id$="-${id}"]`).join();
const verdicts = { BLOCK: 'Ответ не выйдет', APPROVAL: 'Прочитает старший смены', HINT: 'Обратите внимание' };
const gravest = Object.keys(verdicts);
const copied = ['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'wordSpacing', 'lineHeight', 'padding', 'borderWidth', 'textAlign', 'textIndent'];

const found = new WeakMap();

/** The gravest that the rules say of the field's text; null for nothing worth a sign beside the button. */
export const objection = (area) => {
  const verdict = found.get(area);
  return verdict && verdict !== 'HINT' ? { text: verdicts[verdict].toLowerCase(), verdict } : null;
};

class Watch {
  constructor(area) {
    this.area = area;
    this.timer = 0;
    this.marks = el('div.desk-marks', { 'aria-hidden': 'true' });
    this.list = el('div.desk-hits', { 'aria-live': 'polite' });
    area.parentElement.classList.add('desk-checked');
    area.parentElement.append(this.marks, this.list);
    area.addEventListener('input', () => this.later());
    area.addEventListener('scroll', () => (this.marks.scrollTop = area.scrollTop));
    new ResizeObserver(() => this.fit()).observe(area);
    this.later();
  }

  later() {
    this.marks.replaceChildren();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), pause);
  }

  async check() {
    const text = this.area.value;
    let hits = [];
    if (text.trim()) {
      try {
        [{ hits }] = await checkText(platformOf(taskId()), text);
      } catch {
        return;
      }
    }
    if (text !== this.area.value) return;
    hits.sort((a, b) => gravest.indexOf(a.verdict) - gravest.indexOf(b.verdict));
    found.set(this.area, hits[0]?.verdict);
    this.list.replaceChildren(...hits.map((hit) => this.line(hit, text)));
    this.underline(hits, text);
    document.dispatchEvent(new Event('desk-checked'));
  }

  underline(hits, text) {
    const places = hits
      .flatMap((hit) => hit.places.map((place) => ({ ...place, verdict: hit.verdict })))
      .sort((a, b) => a.from - b.from || gravest.indexOf(a.verdict) - gravest.indexOf(b.verdict));
    const parts = [];
    let at = 0;
    for (const { from, to, verdict } of places) {
      if (from < at) continue;
      parts.push(text.slice(at, from), el(`mark.desk-mark-${verdict.toLowerCase()}`, {}, text.slice(from, to)));
      at = to;
    }
    this.marks.replaceChildren(...parts, `${text.slice(at)}\n`);
    this.fit();
  }

  fit() {
    const { area, marks } = this;
    const style = getComputedStyle(area);
    for (const name of copied) marks.style[name] = style[name];
    Object.assign(marks.style, {
      left: `${area.offsetLeft}px`,
      top: `${area.offsetTop}px`,
      width: `${area.offsetWidth}px`,
      height: `${area.offsetHeight}px`,
    });
    marks.scrollTop = area.scrollTop;
  }

  line(hit, text) {
    const quoted = hit.rule === 'exclaiming' ? '' : `: «${hit.words.join('», «')}»`;
    return el(`p.desk-hit.desk-hit-${hit.verdict.toLowerCase()}`, {},
      el('strong', {}, `${verdicts[hit.verdict]}. ${hit.title}`), `${quoted}. ${hit.reason}`, ...this.proposals(hit, text));
  }

  proposals(hit, text) {
    return hit.places.flatMap((place) => place.instead.map((word) => el('button.btn.btn-default.btn-xs', {
      type: 'button',
      title: `Вместо «${text.slice(place.from, place.to)}»`,
      onclick: () => this.put(place, word, text),
    }, word)));
  }

  put({ from, to }, word, text) {
    if (this.area.value === text) type(this.area, text.slice(0, from) + word + text.slice(to));
    this.area.focus();
  }
}

const watched = new WeakSet();

/** Checks every text for the public from the moment its field can be written in. */
export function showRules() {
  onPage(() => {
    for (const area of formPane()?.querySelectorAll(areas) ?? []) {
      if (area.disabled || watched.has(area)) continue;
      watched.add(area);
      new Watch(area);
    }
  });
}
