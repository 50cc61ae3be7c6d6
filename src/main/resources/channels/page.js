import * as api from './api.js';
import { card } from './cards.js';
import { fillMatrix } from './matrix.js';
import { showSwitch } from './publishing.js';
import { showWaiting } from './waiting.js';
import { askWhy } from './reason-dialog.js';
import { channelsIn } from './words.js';

const EVERY = 10_000;
const EVERY_WHILE_STOPPED = 2_000;
const administrator = document.body.dataset.administrator === 'true';
const cards = document.querySelector('#cards');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const dialog = document.querySelector('#replace');
const form = dialog.querySelector('form');
const supervisor = document.body.dataset.supervisor === 'true';
const actions = { check, replace: administrator ? askForKeys : null, stop, start };

let titles = null;
let shown = [];
let replaced = null;
let publishing = null;
let timer = 0;

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
  const own = publishing?.accounts.find((one) => one.platform === channel.platform && one.account === channel.account);
  const order = own && { ...own, mayChange: publishing.mayChange };
  const signature = JSON.stringify([channel, order]);
  if (old && old.signature === signature) return old;
  const fresh = card(channel, order, actions);
  fresh.signature = signature;
  return fresh;
}

async function refresh() {
  clearTimeout(timer);
  try {
    titles ??= await api.titles();
    const [channels, held] = await Promise.all([api.channels(), api.waiting(), readSwitch()]);
    show(channels);
    showWaiting(held, supervisor ? { release, drop } : null);
    complain('');
  } catch (failure) {
    complain(failure.message);
  }
  clearTimeout(timer);
  timer = setTimeout(refresh, publishing?.accounts.some((one) => !one.publishes) ? EVERY_WHILE_STOPPED : EVERY);
}

async function readSwitch(fresh = api.publishing()) {
  publishing = await fresh;
  showSwitch(publishing, actions);
}

function stop(channel) {
  const where = channel ? `: ${channel.platformTitle} (${channel.account})` : ' во всех каналах';
  askWhy({
    title: `Остановить публикацию${where}`,
    hint: 'Ответы, уведомления и действия будут ждать на всех узлах. Их можно выпускать и снимать по одному.',
    label: 'Остановить',
  }, async (reason) => {
    await readSwitch(api.publish(channel, { stopped: true, reason }));
    await refresh();
  });
}

async function start(channel, button) {
  await during(button, async () => readSwitch(api.publish(channel, { stopped: false })));
}

const release = (one, button) => during(button, () => api.release(one));

function drop(one) {
  askWhy({
    title: 'Снять публикацию',
    hint: 'Она не выйдет. Обращение пойдёт дальше без неё.',
    label: 'Снять',
  }, async (reason) => {
    await api.drop(one, reason);
    await refresh();
  });
}

async function during(button, act) {
  button.disabled = true;
  let trouble = '';
  try {
    await act();
  } catch (failure) {
    trouble = failure.message;
  }
  await refresh();
  button.disabled = false;
  if (trouble) complain(trouble);
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
