// Asks why before something is stopped or dropped.

const dialog = document.querySelector('#why');
const form = dialog.querySelector('form');
const fault = form.querySelector('.fault');
const button = form.querySelector('button.main');
let wanted = null;

form.querySelector('button[value=cancel]').addEventListener('click', () => dialog.close());
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    await wanted(form.elements.reason.value.trim());
    dialog.close();
  } catch (failure) {
    fault.textContent = failure.message;
  } finally {
    button.disabled = false;
  }
});

/** Shows the question; `act` gets the reason, and what it throws is shown in the dialog. */
export function askWhy({ title, hint, label }, act) {
  wanted = act;
  form.reset();
  fault.textContent = '';
  form.querySelector('h2').textContent = title;
  form.querySelector('.hint').textContent = hint;
  button.textContent = label;
  dialog.showModal();
}
