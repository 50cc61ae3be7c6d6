import * as api from './api.js';
import { card } from './cards.js';
import { fillMatrix } from './matrix.js';
import { showSwitch } from './publishing.js';
import { showWaiting } from './waiting.js';
import { items, reconcile, tell } from '/kit/dom.js';
import { askWhy, onSubmit, open } from '/kit/dialogs.js';
import { isIn } from '/kit/me.js';
import { counted } from '/kit/plurals.js';

const EVERY = 10_000;
const EVERY_WHILE_STOPPED = 2_000;
const cards = document.querySelector('#cards');
const summary = document.querySelector('#summary');
const trouble = document.querySelector('#trouble');
const dialog = document.querySelector('#replace');
const form = dialog.querySelector('form');
const supervisor = isIn('supervisors');
const actions = { check, replace: isIn('camunda-admin') ? askForKeys : null, stop, start };

let titles = null;
let shown = [];
let replaced = null;
let publishing = null;
let timer = 0;

const complain = (message) => tell(trouble, message);

function show(channels) {
  shown = channels;
  const order = ['RED', 'YELLOW', 'GREEN', 'OFF'];
  const worstFirst = [...channels].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  reconcile(cards, items(worstFirst.map((channel) => ({ channel, order: orderOf(channel) })),
    ({ channel }) => `${channel.platform}/${channel.account}`, ({ channel, order: own }) => card(channel, own, actions)));
  fillMatrix(document.querySelector('#matrix'), channels, titles);
  const red = channels.filter((channel) => channel.state === 'RED').length;
  const yellow = channels.filter((channel) => channel.state === 'YELLOW').length;
  summary.textContent = [
    counted(channels.length, 'канал', 'канала', 'каналов'),
    red ? `не принимают ключ: ${red}` : null,
    yellow ? `требуют внимания: ${yellow}` : null,
    red || yellow ? null : 'всё работает',
  ]
    .filter(Boolean)
    .join(', ');
}

function orderOf(channel) {
  const own = publishing?.accounts.find((one) => one.platform === channel.platform && one.account === channel.account);
  return own && { ...own, mayChange: publishing.mayChange };
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
  let fault = '';
  try {
    await act();
  } catch (failure) {
    fault = failure.message;
  }
  await refresh();
  button.disabled = false;
  if (fault) complain(fault);
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
  open(dialog, `Заменить ключ: ${channel.platformTitle} (${channel.account})`);
}

dialog.addEventListener('close', () => form.reset());
onSubmit(dialog, async () => {
  const keys = {};
  for (const name of ['token', 'adminToken']) {
    const value = form.elements[name].value.trim();
    if (value) keys[name] = value;
  }
  if (Object.keys(keys).length === 0) throw new Error('Вставьте хотя бы один ключ.');
  const fresh = await api.replaceKeys(replaced, keys);
  take(fresh);
  if (fresh.state === 'RED') throw new Error(`Ключ сохранён, но платформа его не принимает: ${fresh.reason}`);
});

await refresh();
