// Words that mean the same: one group in a line.

import * as api from './api.js';
import { counted } from '/kit/plurals.js';

const area = document.querySelector('#groups');
const fault = document.querySelector('#groups-fault');
const button = document.querySelector('#keep-groups');

const show = ({ groups }) => (area.value = groups.map((group) => group.join(', ')).join('\n'));

const entered = () =>
  area.value
    .split('\n')
    .map((line) => line.split(/[,;]/).map((word) => word.trim()).filter(Boolean))
    .filter((group) => group.length);

async function attempt(what) {
  fault.textContent = '';
  try {
    show(await what());
  } catch (failure) {
    fault.textContent = failure.message;
    return false;
  }
  return true;
}

export const showGroups = () => attempt(api.synonyms);

export async function keepGroups() {
  button.disabled = true;
  if (await attempt(() => api.keepSynonyms(entered()))) {
    button.textContent = `Сохранили: ${counted(entered().length, 'группа', 'группы', 'групп')}`;
    setTimeout(() => (button.textContent = 'Сохранить слова'), 2500);
  }
  button.disabled = false;
}
