// Calls to our own REST and to the engine, with the session that the moderator has in Tasklist.

import { call, fileForm } from '/kit/api.js';

const own = '/api';
const engine = '/camunda/api/engine/engine/default';

const part = encodeURIComponent;

/** The page on which publishing is stopped. */
export const channelsAddress = '/channels';
/** The page on which scripts are kept. */
export const knowledgeAddress = '/knowledge';
/** The page on which incidents are answered. */
export const incidentsAddress = '/incidents';
/** The page on which answers of the contact center are sorted out. */
export const contactCenterAddress = '/contact-center';
export const unsettledAnswers = () => call('GET', `${own}/contact-center/answers`);
export const publishing = () => call('GET', `${own}/publishing`);
export const liveAddress = `${own}/live`;
export const cards = (taskIds) => call('GET', `${own}/tasks?ids=${taskIds.map(part).join(',')}`);
export const conversation = (taskId) => call('GET', `${own}/tasks/${part(taskId)}/conversation`);
export const seen = (taskId, heard) => call('PUT', `${own}/tasks/${part(taskId)}/seen`, { heard });
const enclosure = (caseId) => `${own}/appeals/${part(caseId)}/enclosure`;

/** Puts a file beside the draft; `detail` of the failure says in Russian what is wrong with it. */
export const putEnclosure = (caseId, file) => call('PUT', enclosure(caseId), fileForm(file));
export const dropEnclosure = (caseId) => call('DELETE', enclosure(caseId));
const draftAddress = (taskId, field) => `${own}/tasks/${part(taskId)}/drafts/${part(field)}`;
/** What is written in a long field of the task: {text, version, writtenBy, writtenAt, earlier}. */
export const draft = (taskId, field) => call('GET', draftAddress(taskId, field));
/** Keeps the text; 409 when another version is there. `leaving`: the page goes, the call must not. */
export const putDraft = (taskId, field, body, leaving) => call('PUT', draftAddress(taskId, field), body, { keepalive: leaving });
export const measures = (platform, authorId) =>
  call('GET', `${own}/sanctions?platform=${part(platform)}&authorId=${part(authorId)}&limit=20`);
/** Passes on that the person does not agree with a measure. */
export const dispute = (id, text) => call('POST', `${own}/sanctions/${part(id)}/dispute`, { text });
/** What the communication rules say of a text: one answer in a list. */
export const checkText = (platform, text) => call('POST', `${own}/policy/check`, { platform, texts: [text] });
const suggestions = (taskId) => `${own}/tasks/${part(taskId)}/suggestions`;
/** Scripts for these words, filled in for the person of that task. */
export const searchScripts = (taskId, words) => call('GET', `${suggestions(taskId)}?q=${part(words)}`);
export const scriptCounts = () => call('GET', `${own}/knowledge/counts`);
export const scriptUsed = (taskId, id) => call('POST', `${suggestions(taskId)}/${part(id)}/used`);
/** Puts the script's file beside the draft. */
export const encloseOfScript = (taskId, id) => call('PUT', `${suggestions(taskId)}/${part(id)}/file`);
export const fetchAttachment = (id) => call('POST', `${own}/attachments/${part(id)}/fetch`);
export const attachment = (id) => `${own}/attachments/${part(id)}`;

export const form = (taskId) => call('GET', `${engine}/task/${part(taskId)}/deployed-form`);
export const task = (taskId) => call('GET', `${engine}/task/${part(taskId)}`);
/** The number of the incident that the task is about, or null. */
export async function incidentOf(taskId) {
  const { processInstanceId, taskDefinitionKey } = await task(taskId);
  if (!/Incident/.test(taskDefinitionKey)) return null;
  const { businessKey } = await call('GET', `${engine}/process-instance/${part(processInstanceId)}`);
  return /^incident\/(\d+)$/.exec(businessKey ?? '')?.[1] ?? null;
}
export const filters = () => call('GET', `${engine}/filter?resourceType=Task&itemCount=true`);
export const filterTasks = (filterId) =>
  call('GET', `${engine}/filter/${part(filterId)}/list?firstResult=0&maxResults=15`);
export const whoAmI = () => call('GET', '/camunda/api/admin/auth/user/default');
export const openTasksOfCase = (caseId, user) =>
  call('GET', `${engine}/task?processInstanceBusinessKey=${part(caseId)}&candidateUser=${part(user)}&maxResults=5`);
