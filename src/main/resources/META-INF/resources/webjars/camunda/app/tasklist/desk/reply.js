// The reply in the form: finding its field, putting text into it, sending.

import { el, say } from '/kit/dom.js';
import * as page from './page.js';
import * as server from './server.js';

const fields = new Map();

/** The components of the task's form by key; asked once per task. */
export function formOf(taskId) {
  if (!fields.has(taskId)) {
    const flat = (components = []) => components.flatMap((one) => [one, ...flat(one.components)]);
    const asked = server
      .form(taskId)
      .then((schema) => new Map(flat(schema.components).filter((one) => one.key).map((one) => [one.key, one])))
      .catch(() => new Map());
    fields.set(taskId, asked);
  }
  return fields.get(taskId);
}

const textKeys = ['replyText', 'contactCenterAnswer'];

async function textField() {
  const components = await formOf(page.taskId());
  return textKeys.map((key) => components.get(key)).find((one) => one) ?? null;
}

const inForm = (selector) => page.formPane()?.querySelector(selector) ?? null;
const areaOf = (component) => component && inForm(`textarea[id$="-${CSS.escape(component.id)}"]`);

/** The field for the answer to the user, once it is on the page; null in other forms. */
export const replyArea = () => inForm('textarea[id$="-replyTextField"]');

/** Whether the form mends a reply that was written before. */
export const isMended = () => Boolean(inForm('input[id*="-fixDecisionField"]'));

/** Where the moderator wants to answer; null while the form asks nothing. */
export function replyKind() {
  const index = [...(page.formPane()?.querySelectorAll('input[id*="-replyKindField-"]') ?? [])].findIndex((one) => one.checked);
  return ['COMMENT', 'PRIVATE'][index] ?? null;
}

/** Whether the open form has a field that a script can be put into. */
export const takesText = async () => (await textField()) !== null;

/** Takes the task for the moderator when it is free; answers whether the form may be filled in. */
export async function take() {
  if (page.claimState() === 'free') {
    page.claimButton().click();
    await page.until(() => page.claimState() === 'mine');
    keepTaken(page.taskId());
  }
  return page.claimState() === 'mine';
}

/** An answer that Tasklist asked for before the task was taken may come late and show it as free again. */
async function keepTaken(taskId) {
  const stale = () => page.taskId() === taskId && page.claimState() === 'free';
  if (!(await page.until(stale, 5000))) return;
  const [{ assignee }, { userId }] = await Promise.all([server.task(taskId), server.whoAmI()]);
  if (assignee === userId && stale()) page.claimButton().click();
}

/** Takes the task and puts the cursor where the moderator writes. */
export async function takeAndWrite() {
  const meta = document.querySelector('[cam-tasklist-task-meta]');
  // Tasklist puts the focus on the assignee once it has read the task again. A required field that had it before would then be marked as empty.
  let stolen = false;
  meta?.addEventListener('focusin', () => (stolen = true), { once: true });
  if (!(await take())) return;
  await page.until(() => stolen, 600);
  (await page.until(writable))?.focus();
  if (!stolen) meta?.addEventListener('focusin', () => writable()?.focus(), { once: true, signal: AbortSignal.timeout(1500) });
}

const writable = () => inForm('textarea:not([disabled])') ?? inForm('input:not([disabled])');

async function chooseToReply() {
  const decision = (await formOf(page.taskId())).get('replyDecision');
  const index = decision?.values?.findIndex((one) => one.value === 'REPLY') ?? -1;
  if (index >= 0) inForm(`input[id$="-${CSS.escape(decision.id)}-${index}"]`)?.click();
}

/** Puts the text into the reply, after what stands there; takes the task first when it is free. */
export async function insert(text) {
  const component = await textField();
  if (!component || !(await take())) return false;
  if (!areaOf(component)) await chooseToReply();
  const area = await page.until(() => areaOf(component));
  if (!area) return false;
  const written = area.value.trimEnd();
  type(area, written ? `${written}\n\n${text}` : text);
  area.focus();
  area.scrollIntoView({ block: 'nearest' });
  return true;
}

const setValue = (field, text) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);

/** Puts a text into a field; the form library listens to real input only. */
export function type(area, text) {
  setValue(area, text);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

const ready = () => (page.completeButton()?.disabled ? null : page.completeButton());

function sendWithKeys(event) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.target.closest('.form-pane')) return;
  event.preventDefault();
  // The form library takes over what was typed at the latest when the field loses the focus.
  event.target.blur();
  event.target.focus();
  setTimeout(async () => (await page.until(ready, 1000))?.click(), 50);
}

let claimBar = null;
let claimSign = '';

function takeButton() {
  const button = el('button.btn.btn-primary', { type: 'button', onclick: takeAndWrite }, 'Взять в работу');
  takesText().then((writes) => writes && say(button, 'Взять и ответить'));
  return button;
}

/** Over a form that cannot be filled in yet stands why, and the one button that changes it. */
function showClaim() {
  const pane = page.formPane();
  const state = pane?.querySelector('[cam-tasklist-form] .form-actions') ? page.claimState() : 'mine';
  document.body.classList.toggle('desk-with-colleague', state === 'taken');
  const sign = `${state} ${state === 'taken' ? page.assignee() : ''}`;
  if (claimBar?.isConnected && claimSign === sign) return;
  claimBar?.remove();
  if (state === 'mine') return;
  claimBar =
    state === 'free'
      ? el('div.desk-claim', {}, el('span', {}, 'Задача свободна.'), takeButton())
      : el('div.desk-claim.desk-taken', {}, el('span', {}, 'Задачу выполняет ', el('bdi', {}, page.assignee() || 'коллега'), '.'));
  claimSign = sign;
  pane.prepend(claimBar);
}

const label = () => {
  const button = page.completeButton();
  if (button && !button.title) button.title = 'Ctrl+Enter';
};

export function helpToReply() {
  document.addEventListener('keydown', sendWithKeys, true);
  page.onPage(() => {
    showClaim();
    label();
  });
}
