// The form of one script.

import { onSubmit, open } from '/kit/dialogs.js';
import { el } from '/kit/dom.js';
import { platformOptions, platformTitle } from '/kit/platforms.js';
import * as api from './api.js';

const dialog = document.querySelector('#script');
const form = dialog.querySelector('form');
const variants = dialog.querySelector('#variants');
const noFile = dialog.querySelector('#no-file');
const plain = ['question', 'answer', 'category', 'subcategory', 'owner', 'source', 'validFrom', 'validUntil'];

let script = null;
let act = null;

function addVariant(platform, text = '') {
  if (form.elements[`variant-${platform}`]) return form.elements[`variant-${platform}`].focus();
  const area = el('textarea', { name: `variant-${platform}`, rows: 3, maxLength: 10000 });
  area.value = text;
  const row = el('label', { class: 'variant' }, platformTitle(platform), area,
    el('button', { type: 'button', onclick: () => row.remove() }, 'Убрать'));
  variants.append(row);
  area.focus();
}

/** For a new script, or to change one. */
export function openForm(chosen, whatThen) {
  script = chosen;
  act = whatThen;
  variants.replaceChildren();
  open(dialog, script ? `Скрипт № ${script.id}` : 'Новый скрипт');
  noFile.hidden = !script?.file;
  noFile.querySelector('span').textContent = script?.file ? `Убрать файл ${script.file.fileName}` : '';
  if (script) {
    for (const name of plain) form.elements[name].value = script[name] ?? '';
    form.elements.links.value = script.links.map(({ title, url }) => `${title} ${url}`).join('\n');
    for (const [platform, text] of Object.entries(script.variants)) addVariant(platform, text);
  }
  form.elements.question.focus();
}

function entered(approve) {
  const entry = { version: script?.version ?? 0, approve, variants: {}, links: [] };
  for (const name of plain) entry[name] = form.elements[name].value.trim() || null;
  for (const area of variants.querySelectorAll('textarea')) entry.variants[area.name.replace('variant-', '')] = area.value;
  for (const line of form.elements.links.value.split('\n').map((one) => one.trim()).filter(Boolean)) {
    const gap = line.lastIndexOf(' ');
    entry.links.push({ title: line.slice(0, Math.max(0, gap)).trim() || null, url: line.slice(gap + 1) });
  }
  return entry;
}

async function keep(approve) {
  const entry = entered(approve);
  const fresh = !script;
  // Whoever tries once more after a refused file changes what is kept already.
  script = fresh ? { version: 1, ...(await api.offer(entry)) } : await api.change(script, entry);
  const [file] = form.elements.file.files;
  if (file) await api.keepFile(script, file);
  else if (form.elements.noFile.checked) await api.dropFile(script);
  if (fresh && approve) await api.approve(script);
}

dialog.querySelector('#platform').append(...platformOptions());
dialog.querySelector('#add-variant').addEventListener('click', () => addVariant(dialog.querySelector('#platform').value));
onSubmit(dialog, async (_, event) => {
  const approve = event.submitter?.getAttribute('value') === 'approve';
  await keep(approve);
  await act(() => {}, approve ? 'Скрипт сохранён и утверждён.' : 'Черновик сохранён: его увидят, когда старший смены утвердит.');
});
