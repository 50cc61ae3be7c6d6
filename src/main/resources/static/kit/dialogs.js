// Dialogs with a form: the question whether, the question why, and those that a page brings itself.

import { el } from './dom.js';

/**
 * Lets a dialog's form do what it is for. Cancel closes it; while the form's main button works it is off; what `act` throws
 * stands in the dialog, else the dialog closes.
 *
 * @param {HTMLDialogElement} dialog with a form, a place `.fault` and the buttons `[value=cancel]` and `.main`
 * @param {(form: HTMLFormElement, event: SubmitEvent) => Promise<unknown>} act throws what keeps the dialog open
 * @param {(failure: any) => string} [words] what is said of a failure
 */
export function onSubmit(dialog, act, words = (failure) => failure.message) {
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form'));
  const fault = /** @type {HTMLElement} */ (form.querySelector('.fault'));
  form.querySelector('button[value=cancel]')?.addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement} */ (event.submitter ?? form.querySelector('button.main'));
    button.disabled = true;
    try {
      await act(form, event);
      dialog.close();
    } catch (/** @type {any} */ failure) {
      fault.textContent = words(failure);
      /** @type {any} */ (form.elements.namedItem(failure.field ?? ''))?.focus?.();
    } finally {
      button.disabled = false;
    }
  });
}

/**
 * Opens a dialog with an empty form and without the fault of the last time.
 *
 * @param {HTMLDialogElement} dialog
 * @param {string} [title]
 */
export function open(dialog, title) {
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form'));
  form.reset();
  /** @type {HTMLElement} */ (form.querySelector('.fault')).textContent = '';
  if (title) /** @type {HTMLElement} */ (dialog.querySelector('h2')).textContent = title;
  dialog.showModal();
}

/**
 * @typedef {{title: string, hint: string, label: string, danger?: boolean}} Question `label`: what the main button says
 */

/**
 * @param {string} id
 * @param {...Node} fields
 */
function question(id, ...fields) {
  const title = el('h2', { id: `${id}-title` });
  const hint = el('p.hint');
  const main = el('button.main', { type: 'submit' });
  const dialog = el('dialog', { id, 'aria-labelledby': title.id },
    el('form', { method: 'dialog' }, title, hint, ...fields, el('p.fault', { role: 'alert' }),
      el('div.buttons', {}, el('button', { type: 'button', value: 'cancel' }, 'Отмена'), main)));
  /** @type {(form: HTMLFormElement) => Promise<unknown>} */
  let wanted = () => Promise.resolve();
  onSubmit(dialog, (form) => wanted(form));
  /** @type {(asked: Question, act: typeof wanted) => void} */
  return (asked, act) => {
    wanted = act;
    hint.textContent = asked.hint;
    main.textContent = asked.label;
    main.classList.toggle('danger', asked.danger ?? false);
    if (!dialog.isConnected) document.body.append(dialog);
    open(dialog, asked.title);
  };
}

/**
 * Asks whether somebody is sure before what cannot be taken back.
 *
 * @type {(asked: Question, act: () => Promise<unknown>) => void}
 */
export const askWhetherSure = question('sure');

const why = question('why', el('label', {}, 'Почему', el('input', { name: 'reason', type: 'text', autocomplete: 'off', maxlength: 500 })));

/**
 * Asks why before something is stopped or dropped.
 *
 * @param {Question} asked
 * @param {(reason: string) => Promise<unknown>} act gets the reason, which may be empty
 */
export const askWhy = (asked, act) =>
  why(asked, (form) => act(/** @type {HTMLInputElement} */ (form.elements.namedItem('reason')).value.trim()));
