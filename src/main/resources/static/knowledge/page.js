import { el, tell } from '/kit/dom.js';
import { isIn } from '/kit/me.js';
import { counted } from '/kit/plurals.js';
import * as api from './api.js';
import { card } from './card.js';
import { openForm } from './form.js';
import { openImport } from './bring.js';
import { keepGroups, showGroups } from './groups.js';
import { filters } from './words.js';

const portion = 50;
const supervisor = isIn('supervisors');
const writer = supervisor || isIn('moderators');
const reader = writer || isIn('contact-center', 'advocates', 'managers');
const synonyms = supervisor || isIn('process-owners');
const list = document.querySelector('#list');
const more = document.querySelector('#more');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const news = document.querySelector('#news');
const field = document.querySelector('#search');
const choice = document.querySelector('#filters');

let filter = filters.find((one) => location.hash === `#${one.id}`) ?? filters[0];
let asked = 0;
let pause = 0;

/** Does something with a script, then shows the list anew. */
async function act(what, said = '') {
  try {
    await what();
    await refresh();
    tell(news, said);
  } catch (failure) {
    tell(trouble, failure.message);
  }
}

async function refresh() {
  const mine = ++asked;
  try {
    const [found, counts] = await Promise.all([ask(), api.counts()]);
    if (mine !== asked) return;
    list.replaceChildren();
    add(found);
    if (!found.length) list.append(el('p', { class: 'nobody' }, field.value.trim() ? 'Ничего не нашлось.' : 'Здесь пока пусто.'));
    summary.textContent = `${counted(counts.APPROVED, 'скрипт утверждён', 'скрипта утверждены', 'скриптов утверждено')}, черновиков: ${counts.DRAFT}`;
    showFilters(counts);
    tell(trouble, '');
    tell(news, '');
  } catch (failure) {
    tell(trouble, failure.message);
  }
}

const ask = (after = null) => api.scripts({ ...filter.ask, q: field.value.trim(), after, limit: portion });

function add(found) {
  list.append(...found.map((script) => card(script, supervisor, act)));
  more.hidden = found.length < portion;
  more.onclick = async () => add(await ask(found.at(-1).id));
}

function showFilters(counts) {
  const seen = supervisor ? filters : filters.filter((one) => ['APPROVED', 'STALE'].includes(one.id));
  choice.replaceChildren(...seen.map((one) =>
    el('button', { type: 'button', id: `filter-${one.id}`, 'aria-pressed': String(one === filter), onclick: () => choose(one) }, `${one.title} · ${counts[one.id]}`)));
}

function choose(one) {
  filter = one;
  refresh();
}

field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(refresh, 250);
});
document.querySelector('#add').addEventListener('click', () => openForm(null, act));
document.querySelector('#bring').addEventListener('click', () => openImport(act));

for (const [name, allowed] of Object.entries({ supervisor, writer, reader, synonyms })) {
  for (const node of document.querySelectorAll(`.for-${name}`)) node.hidden = !allowed;
}
if (reader) await refresh();
else summary.textContent = 'слова с одним смыслом';
document.querySelector('#synonyms').open = !reader;
if (synonyms) {
  document.querySelector('#keep-groups').addEventListener('click', keepGroups);
  await showGroups();
}
