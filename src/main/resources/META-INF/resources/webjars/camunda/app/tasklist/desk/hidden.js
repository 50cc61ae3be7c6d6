// The form library remembers the fault of a field even after another choice has hidden it, and Tasklist then lets nobody
// complete the task. Where no fault is to be seen, none keeps the task from being completed: completing checks the form anew.

import { claimState, completeButton, formPane, onPage } from './page.js';

const shownFault = () => formPane()?.querySelector('.fjs-form-field-error');

function forget() {
  if (!completeButton()?.disabled || claimState() !== 'mine' || shownFault()) return;
  const form = window.angular.element(document.querySelector('[cam-tasklist-form]'));
  form.controller('camTasklistForm')?.notifyFormValidated(false);
}

/** Starts to forget the faults of hidden fields. */
export function forgetHiddenFaults() {
  onPage(forget);
  new MutationObserver(forget).observe(document.body, { attributeFilter: ['disabled'], subtree: true });
  // The task may become the person's after its form was found faulty, without a change of the page that we would see.
  setInterval(forget, 500);
}
