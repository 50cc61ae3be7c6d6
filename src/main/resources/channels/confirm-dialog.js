// Asks whether somebody is sure before what cannot be taken back.

const dialog = document.querySelector('#sure');
const form = dialog.querySelector('form');
const fault = form.querySelector('.fault');
const button = form.querySelector('button.main');
let wanted = null;

form.querySelector('button[value=cancel]').addEventListener('click', () => dialog.close());
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    await wanted();
    dialog.close();
  } catch (failure) {
    fault.textContent = failure.message;
  } finally {
    button.disabled = false;
  }
});

/** Shows the question; what `act` throws is shown in the dialog. */
export function askWhetherSure({ title, hint, label, danger = false }, act) {
  wanted = act;
  fault.textContent = '';
  form.querySelector('h2').textContent = title;
  form.querySelector('.hint').textContent = hint;
  button.textContent = label;
  button.classList.toggle('danger', danger);
  dialog.showModal();
}
