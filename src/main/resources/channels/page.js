import * as api from './api.js';
import { card } from './cards.js';
import { fillMatrix } from './matrix.js';
import { channelsIn } from './words.js';

const EVERY = 10_000;
const administrator = document.body.dataset.administrator === 'true';
const cards = document.querySelector('#cards');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const dialog = document.querySelector('#replace');
const form = dialog.querySelector('form');
const actions = { check, replace: administrator ? askForKeys : null };

let titles = null;
let shown = [];
let replaced = null;

function complain(message) {
  trouble.textContent = message;
  trouble.hidden = message === '';
}

function show(channels) {
  shown = channels;
  const order = ['RED', 'YELLOW', 'GREEN', 'OFF'];
  const worstFirst = [...channels].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const old = new Map([...cards.children].map((node) => [node.dataset.key, node]));
  cards.replaceChildren(...worstFirst.map((channel) => drawn(channel, old.get(`${channel.platform}/${channel.account}`))));
  fillMatrix(document.querySelector('#matrix'), channels, titles);
  const red = channels.filter((channel) => channel.state === 'RED').length;
  const yellow = channels.filter((channel) => channel.state === 'YELLOW').length;
  summary.textContent = [
    channelsIn(channels.length),
    red ? `не принимают ключ: ${red}` : null,
    yellow ? `требуют внимания: ${yellow}` : null,
    red || yellow ? null : 'всё работает',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A card that has not changed stays, so that nothing loses the focus. */
function drawn(channel, old) {
  const signature = JSON.stringify(channel);
  if (old && old.signature === signature) return old;
  const fresh = card(channel, actions);
  fresh.signature = signature;
  return fresh;
}

async function refresh() {
  try {
    titles ??= await api.titles();
    show(await api.channels());
    complain('');
  } catch (failure) {
    complain(failure.message);
  }
}

async function check(channel, button) {
  button.disabled = true;
  button.textContent = 'Проверяем…';
  try {
    take(await api.check(channel));
    complain('');
  } catch (failure) {
    complain(failure.message);
    await refresh();
  }
}

function take(fresh) {
  show(shown.map((old) => (old.platform === fresh.platform && old.account === fresh.account ? fresh : old)));
}

function askForKeys(channel) {
  replaced = channel;
  form.reset();
  form.querySelector('.fault').textContent = '';
  dialog.querySelector('h2').textContent = `Заменить ключ: ${channel.platformTitle} (${channel.account})`;
  dialog.showModal();
}

form.querySelector('button[value=cancel]').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => form.reset());
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fault = form.querySelector('.fault');
  const keys = {};
  for (const name of ['token', 'adminToken']) {
    const value = form.elements[name].value.trim();
    if (value) keys[name] = value;
  }
  if (Object.keys(keys).length === 0) {
    fault.textContent = 'Вставьте хотя бы один ключ.';
    return;
  }
  const button = form.querySelector('button.main');
  button.disabled = true;
  try {
    const fresh = await api.replaceKeys(replaced, keys);
    take(fresh);
    if (fresh.state === 'RED') {
      fault.textContent = `Ключ сохранён, но платформа его не принимает: ${fresh.reason}`;
    } else {
      dialog.close();
    }
  } catch (failure) {
    fault.textContent = failure.message;
  } finally {
    button.disabled = false;
  }
});

await refresh();
setInterval(refresh, EVERY);
