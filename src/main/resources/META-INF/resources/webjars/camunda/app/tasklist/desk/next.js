// After a task is done: the next step of the same case if it is the moderator's, else the next task of the list.

import { claimState, filterId, openTask, taskId, until } from './page.js';
import { caseOf } from './appeal.js';
import { takeAndWrite } from './reply.js';
import { filterTasks, openTasksOfCase, task, whoAmI } from './server.js';

const done = /\/task\/([^/]+)\/submit-form$/;
let listBefore = [];

const isGone = (id) => task(id).then(() => false, (failure) => failure.status === 404);

const idsInList = () => [...document.querySelectorAll('ol.tasks-list li.task h4.task a')]
  .map((anchor) => new URLSearchParams(anchor.hash.split('?')[1]).get('task'));

async function continueCase(caseId) {
  if (!caseId) return false;
  const { userId } = await whoAmI();
  const [following] = await openTasksOfCase(caseId, userId);
  if (!following) return false;
  openTask(following.id);
  // Who has just worked on the case goes on with it; a task of somebody else's is only ever shown.
  if (await until(() => taskId() === following.id && claimState() === 'free')) takeAndWrite();
  return true;
}

async function nextOfList(finished) {
  const place = listBefore.indexOf(finished);
  const open = filterId() ? (await filterTasks(filterId())).map((one) => one.id) : idsInList();
  const after = listBefore.slice(place + 1).find((id) => open.includes(id));
  const next = after ?? open.find((id) => id !== finished);
  if (next) openTask(next);
}

async function goOn(finished, caseId) {
  if (!(await isGone(finished))) return;
  // Tasklist closes the finished task itself; opening another one sooner would be undone.
  await until(() => taskId() === null);
  if (taskId() !== null) return;
  if (!(await continueCase(caseId).catch(() => false))) await nextOfList(finished).catch(() => {});
}

/** Starts to look out for completed tasks. */
export function goOnAfterCompletion() {
  const cases = new Map();
  document.addEventListener('click', (event) => {
    if (!/** @type {Element} */ (event.target).closest?.('[cam-tasklist-form] .form-actions .btn-primary')) return;
    listBefore = idsInList();
    cases.set(taskId(), caseOf(taskId()));
  }, true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const found = done.exec(entry.name);
      if (found) goOn(found[1], cases.get(found[1]));
    }
  }).observe({ type: 'resource' });
}
