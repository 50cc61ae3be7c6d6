// The person's measures, and the button by which a moderator passes on that the person does not agree.

import { el, say } from '/kit/dom.js';
import { dispute, measures } from './server.js';
import { date, exact } from '/kit/format.js';
import { counted } from '/kit/plurals.js';

const states = { PROPOSED: 'назначена', RUNNING: 'действует', ENDED: 'закончилась', REVOKED: 'отменена' };

const violations = {
  ADVERTISING: 'реклама',
  OTHER_PAYMENT_SYSTEMS: 'продвижение других платёжных систем',
  OBSCENE: 'нецензурная лексика',
  FLOOD: 'флуд',
  INSULT: 'оскорбление',
  NOT_CONSTRUCTIVE: 'неконструктивная форма',
};

const days = (count) => counted(count, 'день', 'дня', 'дней');

const kinds = { WARNING: 'предупреждение', MUTE: 'молчание', BAN: 'блокировка' };

function words(one) {
  // A ban that somebody set on the platform's own pages takes no rung and names no rule.
  if (one.rung === 0) return `${kinds[one.measure]}, поставлена на самой платформе`;
  const term = one.measure === 'WARNING' ? '' : one.days === null ? ' навсегда' : ` на ${days(one.days)}`;
  return `ступень ${one.rung}, ${kinds[one.measure]}${term}: ${violations[one.violation] ?? one.violation}`;
}

const disputable = (one) => one.rung > 0 && (one.state === 'PROPOSED' || one.state === 'RUNNING');

/** The measures of the case's person, newest first; none for those who may not see them. */
export async function measuresOf(file) {
  try {
    return await measures(file.platform, file.authorId);
  } catch {
    return [];
  }
}

/** The fold's content: a line for each measure. */
export const measuresList = (all) => el('ul', {}, ...all.map((one) => el('li', {},
  el('time', { title: exact(one.createdAt) }, date(one.createdAt)), ` ${words(one)}`,
  el('small', {}, ` ${states[one.state]}${one.until && one.state === 'RUNNING' ? ` до ${exact(one.until)}` : ''}`),
  disputable(one) ? complaint(one) : null)));

function complaint(one) {
  const text = el('textarea', { rows: 2, maxlength: 4000, placeholder: 'Что говорит человек', 'aria-label': 'Что говорит человек' });
  const answer = el('small', { role: 'status' });
  const send = el('button.btn.btn-default.btn-xs', { type: 'button', onclick: pass }, 'Передать старшему смены');
  const form = el('details.desk-complaint', {}, el('summary', {}, 'Человек не согласен'), text, send, answer);

  async function pass() {
    if (!text.value.trim()) return say(answer, ' Напишите, что говорит человек.');
    send.disabled = true;
    try {
      await dispute(one.id, text.value.trim());
      say(answer, ' Передано: решит старший смены, который раньше о мере не решал.');
    } catch (failure) {
      send.disabled = false;
      say(answer, ` ${failure.detail || 'Не получилось передать, попробуйте ещё раз.'}`);
    }
  }
  return form;
}
