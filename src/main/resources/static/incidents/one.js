// One incident: its answer is written, looked at, sent and stopped here.

import * as api from './api.js';
import * as drafts from './draft.js';
import { chosenCases, forget, onChoice, showCases, showSights } from './cases.js';
import { el, tell } from '/kit/dom.js';
import { isIn } from '/kit/me.js';
import { askWhetherSure } from '/kit/dialogs.js';
import { when } from '/kit/format.js';
import { casesIn, progress, states, toCases } from './words.js';

const EVERY = 2_000;
const mayAnswer = isIn('supervisors');
const place = document.querySelector('#one');
const form = document.querySelector('#answer');
const text = document.querySelector('#text');
const fault = form.querySelector('.fault');
const panel = document.querySelector('#progress');
const stopButton = document.querySelector('#stop');
const seenNote = document.querySelector('#seen');

let wanted = null;
let incident = null;
let page = null;
let timer = 0;

export function hide() {
  clearTimeout(timer);
  drafts.close();
  wanted = null;
  incident = null;
  place.hidden = true;
}

/** Shows the incident, from the server; `places` are the page's for news and for trouble. */
export async function show(id, places) {
  clearTimeout(timer);
  page = places;
  wanted = id;
  const fresh = await api.incident(id);
  if (wanted !== id) return;
  forget();
  fault.textContent = '';
  seenNote.textContent = '';
  if (fresh.state === 'OPEN' && mayAnswer) {
    await drafts.open(id, fresh.text);
    if (wanted !== id) return;
  } else {
    drafts.close();
    text.value = fresh.text;
  }
  place.hidden = false;
  draw(fresh);
  if (fresh.state === 'APPROVAL') await look(fresh.cases.filter((one) => one.state === 'CHOSEN').map((one) => one.caseId));
}

function draw(fresh) {
  incident = fresh;
  const { id, state, cases } = fresh;
  const answering = state === 'OPEN' && mayAnswer;
  page.summary.textContent = `${casesIn(cases.length)} об одном и том же`;
  place.dataset.state = state;
  place.querySelector('h2').textContent = `Проблема № ${id}`;
  place.querySelector('.head .state').textContent = states[state];
  document.querySelector('#since').textContent = `с ${when(fresh.openedAt)}${fresh.closedAt ? ` по ${when(fresh.closedAt)}` : ''}`;
  const remark = document.querySelector('#remark');
  tell(remark, fresh.remark && state !== 'CLOSED' ? `Ответ вернули с замечанием: ${fresh.remark}` : '');
  form.hidden = !answering;
  document.querySelector('#reader').hidden = state !== 'OPEN' || mayAnswer;
  drawProgress(fresh);
  showCases(cases, answering);
  watch();
}

/** Asks again soon while answers are still on their way. */
function watch() {
  clearTimeout(timer);
  const onTheWay = (incident.counts.HANDED ?? 0) > incident.published;
  if (incident.state === 'SENDING' || onTheWay) timer = setTimeout(refresh, EVERY);
}

const titles = {
  OPEN: 'Чем кончилась прошлая рассылка',
  APPROVAL: 'Общий ответ ждёт согласования',
  SENDING: 'Общий ответ рассылается',
  CLOSED: 'Общий ответ',
};

function drawProgress(fresh) {
  const { state, counts, published } = fresh;
  panel.hidden = !fresh.text || (state === 'OPEN' && !counts.HANDED);
  panel.querySelector('h3').textContent = titles[state];
  const bar = panel.querySelector('progress');
  bar.max = (counts.HANDED ?? 0) + (counts.CHOSEN ?? 0) || 1;
  bar.value = published;
  bar.hidden = state !== 'SENDING';
  panel.querySelector('ul').replaceChildren(...progress(fresh).map(([words, n]) => el('li', {}, `${words}: `, el('b', {}, String(n)))));
  const words = panel.querySelector('blockquote');
  words.textContent = fresh.text;
  words.hidden = state === 'OPEN';
  stopButton.hidden = state !== 'SENDING';
}

async function refresh() {
  const asked = incident?.id;
  if (!asked) return;
  try {
    const fresh = await api.incident(asked);
    if (incident?.id !== asked) return;
    page.complain('');
    if (fresh.state !== incident.state) await show(asked, page);
    else if (JSON.stringify(fresh) === JSON.stringify(incident)) watch();
    else draw(fresh);
  } catch (failure) {
    page.complain(failure.message);
    timer = setTimeout(refresh, EVERY);
  }
}

/** Asks how the text reads and shows it; answers how many would get it, null when that failed. */
async function look(caseIds) {
  fault.textContent = '';
  try {
    const seen = await api.preview(incident.id, text.value.trim(), caseIds);
    showSights(seen);
    const fitting = seen.filter((one) => one.fits).length;
    const unfit = seen.length - fitting;
    seenNote.textContent = `Получат ответ: ${fitting}${unfit ? `, не получат: ${unfit}` : ''}. Под каждым обращением видно, как его прочтут.`;
    return { fitting, unfit };
  } catch (failure) {
    fault.textContent = failure.message;
    return null;
  }
}

function typed() {
  seenNote.textContent = '';
  showSights(null);
}

function needsCases() {
  if (chosenCases().length > 0) return true;
  fault.textContent = 'Выберите хотя бы одно обращение.';
  return false;
}

async function ask() {
  const found = await look(chosenCases());
  if (!found) return;
  if (found.fitting === 0) {
    fault.textContent = 'Ответ никто не получит: причины стоят под обращениями.';
    return;
  }
  const caseIds = chosenCases();
  askWhetherSure({
    title: `Ответить ${toCases(found.fitting)}?`,
    hint: `${found.unfit ? `Не получат ответа и останутся у модераторов: ${casesIn(found.unfit)}. ` : ''}Если нужно согласование, ответ сначала прочтёт второй старший смены.`,
    label: 'Отправить',
  }, async () => {
    await api.answer(incident.id, text.value.trim(), caseIds);
    await show(incident.id, page);
  });
}

async function during(button, act) {
  button.disabled = true;
  try {
    await act();
  } finally {
    button.disabled = false;
  }
}

document.querySelector('#look').addEventListener('click', (event) => needsCases() && during(event.target, () => look(chosenCases())));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (needsCases()) during(document.querySelector('#send'), ask);
});
drafts.onText(typed);
onChoice(() => (fault.textContent = ''));

stopButton.addEventListener('click', () => askWhetherSure({
  title: 'Остановить рассылку?',
  hint: 'Что вышло, то вышло, и то, что уже в пути, тоже дойдёт. Остальные обращения вернутся к вам: ответ можно исправить и отправить снова.',
  label: 'Остановить',
  danger: true,
}, async () => {
  await api.stop(incident.id);
  await show(incident.id, page);
}));

document.addEventListener('visibilitychange', () => {
  if (!document.hidden && incident && incident.state !== 'OPEN') refresh();
});
