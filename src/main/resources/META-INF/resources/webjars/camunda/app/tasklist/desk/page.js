// What Tasklist shows right now. Tasklist tells plugins only the task's id, and that late; its page is the truth.

const listeners = [];
let waiting = false;

/** Calls the listener soon after the page has changed; it must not change the page each time it is called. */
export function onPage(listener) {
  listeners.push(listener);
  listener();
}

new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    for (const listener of listeners) listener();
  }, 30);
}).observe(document.body, { childList: true, subtree: true });

const query = () => new URLSearchParams(location.hash.split('?')[1] ?? '');

/** The open task, or null. */
export const taskId = () => (document.querySelector('section.task-card') ? query().get('task') : null);

export const filterId = () => query().get('filter');

/** The address of a task in Tasklist, to be sent to a colleague. */
export const link = (id) => `${location.href.split('#')[0]}#/?task=${id}`;

export function openTask(id) {
  const wanted = query();
  wanted.set('task', id);
  wanted.delete('detailsTab');
  location.hash = `#/?${wanted}`;
}

/** The person's name in the head; null while nobody is signed in. */
export const account = () => document.querySelector('.app-menu li.account');

export const formPane = () => document.querySelector('.form-pane');

/** Free: anybody of the group may take it. Mine: the form can be filled in. Else somebody has it. */
export function claimState() {
  if (document.querySelector('[cam-tasklist-task-meta] button.claim')) return 'free';
  return formPane()?.querySelector('.disabled-form') ? 'taken' : 'mine';
}

export const assignee = () =>
  document.querySelector('[cam-tasklist-task-meta] .assignee [cam-widget-inline-field]')?.textContent.trim() ?? '';

export const claimButton = () => document.querySelector('[cam-tasklist-task-meta] button.claim');
export const completeButton = () => document.querySelector('[cam-tasklist-form] .form-actions .btn-primary');

/** Waits until the question has an answer, by default at most three seconds; then answers null. */
export function until(question, longest = 3000) {
  return new Promise((resolve) => {
    const end = Date.now() + longest;
    const ask = () => {
      const answer = question();
      if (answer || Date.now() > end) resolve(answer || null);
      else setTimeout(ask, 30);
    };
    ask();
  });
}
