// Calls to our own REST and to the engine, with the session that the moderator has in Tasklist.

import { serverSays } from './time.js';

const camunda = document.querySelector('base').getAttribute('app-root');
const own = `${camunda.replace(/\/camunda$/, '')}/api`;
const engine = `${camunda}/api/engine/engine/default`;

/** Why a call failed; `status` is 0 when no answer came. */
export class CallFailed extends Error {
  constructor(status, detail = '') {
    super(`Сервер ответил кодом ${status}`);
    this.status = status;
    this.detail = detail;
  }
}

async function call(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' }, ...options });
  } catch {
    throw new CallFailed(0);
  }
  if (!answer.ok) throw new CallFailed(answer.status, (await answer.json().catch(() => null))?.detail);
  serverSays(answer.headers.get('X-Desk-Now'));
  return answer.status === 204 ? null : answer.json();
}

const part = encodeURIComponent;

/** Camunda's proof that a change comes from this page. */
const token = () => /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';

/** The page on which publishing is stopped. */
export const channelsAddress = `${own.replace(/\/api$/, '')}/channels`;
/** The page on which scripts are kept. */
export const knowledgeAddress = `${own.replace(/\/api$/, '')}/knowledge`;
/** The page on which incidents are answered. */
export const incidentsAddress = `${own.replace(/\/api$/, '')}/incidents`;
/** The page on which answers of the contact center are sorted out. */
export const contactCenterAddress = `${own.replace(/\/api$/, '')}/contact-center`;
export const unsettledAnswers = () => call(`${own}/contact-center/answers`);
export const publishing = () => call(`${own}/publishing`);
export const liveAddress = `${own}/live`;
export const cards = (taskIds) => call(`${own}/tasks?ids=${taskIds.map(part).join(',')}`);
export const conversation = (taskId) => call(`${own}/tasks/${part(taskId)}/conversation`);
export const seen = (taskId, heard) =>
  call(`${own}/tasks/${part(taskId)}/seen`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify({ heard }),
  });
const enclosure = (caseId) => `${own}/appeals/${part(caseId)}/enclosure`;

/** Puts a file beside the draft; `detail` of the failure says in Russian what is wrong with it. */
export function putEnclosure(caseId, file) {
  const body = new FormData();
  body.append('file', file);
  return call(enclosure(caseId), { method: 'PUT', headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() }, body });
}
export const dropEnclosure = (caseId) =>
  call(enclosure(caseId), { method: 'DELETE', headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() } });
const draftAddress = (taskId, field) => `${own}/tasks/${part(taskId)}/drafts/${part(field)}`;
/** What is written in a long field of the task: {text, version, writtenBy, writtenAt, earlier}. */
export const draft = (taskId, field) => call(draftAddress(taskId, field));
/** Keeps the text; 409 when another version is there. `leaving`: the page goes, the call must not. */
export const putDraft = (taskId, field, body, leaving) =>
  call(draftAddress(taskId, field), {
    method: 'PUT',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify(body),
    keepalive: leaving,
  });
export const measures = (platform, authorId) =>
  call(`${own}/sanctions?platform=${part(platform)}&authorId=${part(authorId)}&limit=20`);
/** Passes on that the person does not agree with a measure. */
export const dispute = (id, text) =>
  call(`${own}/sanctions/${part(id)}/dispute`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify({ text }),
  });
/** What the communication rules say of a text: one answer in a list. */
export const checkText = (platform, text) =>
  call(`${own}/policy/check`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify({ platform, texts: [text] }),
  });
const suggestions = (taskId) => `${own}/tasks/${part(taskId)}/suggestions`;
/** Scripts for these words, filled in for the person of that task. */
export const searchScripts = (taskId, words) => call(`${suggestions(taskId)}?q=${part(words)}`);
export const scriptCounts = () => call(`${own}/knowledge/counts`);
export const scriptUsed = (taskId, id) =>
  call(`${suggestions(taskId)}/${part(id)}/used`, { method: 'POST', headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() } });
/** Puts the script's file beside the draft. */
export const encloseOfScript = (taskId, id) =>
  call(`${suggestions(taskId)}/${part(id)}/file`, { method: 'PUT', headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() } });
export const fetchAttachment = (id) =>
  call(`${own}/attachments/${part(id)}/fetch`, { method: 'POST', headers: { 'X-XSRF-TOKEN': token() } });
export const attachment = (id) => `${own}/attachments/${part(id)}`;

export const form = (taskId) => call(`${engine}/task/${part(taskId)}/deployed-form`);
export const task = (taskId) => call(`${engine}/task/${part(taskId)}`);
/** The number of the incident that the task is about, or null. */
export async function incidentOf(taskId) {
  const { processInstanceId, taskDefinitionKey } = await task(taskId);
  if (!/Incident/.test(taskDefinitionKey)) return null;
  const { businessKey } = await call(`${engine}/process-instance/${part(processInstanceId)}`);
  return /^incident\/(\d+)$/.exec(businessKey ?? '')?.[1] ?? null;
}
export const filters = () => call(`${engine}/filter?resourceType=Task&itemCount=true`);
export const filterTasks = (filterId) =>
  call(`${engine}/filter/${part(filterId)}/list?firstResult=0&maxResults=15`);
export const whoAmI = () => call(`${camunda}/api/admin/auth/user/default`);
export const openTasksOfCase = (caseId, user) =>
  call(`${engine}/task?processInstanceBusinessKey=${part(caseId)}&candidateUser=${part(user)}&maxResults=5`);
