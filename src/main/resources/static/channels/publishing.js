// The switch that stops publishing, for all channels.

import { el } from '/kit/dom.js';
import { instant } from './words.js';

const place = document.querySelector('#publishing');

const who = (one) => `${one.who}, ${instant(one.at)}${one.reason ? `: ${one.reason}` : ''}`;
const scope = (order) => (order.platform ? `${order.platform}/${order.account}` : 'все каналы');

function state({ all, accounts }) {
  const stopped = accounts.filter((one) => one.stopped).length;
  if (all.stopped) return ['stopped', 'Публикация остановлена во всех каналах', `Остановлено: ${who(all)}. Ответы и действия не теряются: они ждут.`];
  if (stopped) return ['partly', `Публикация остановлена: каналов ${stopped} из ${accounts.length}`, 'Что остановлено, сказано на карточках каналов.'];
  return ['runs', 'Публикация идёт', all.who ? `Возобновлено: ${who(all)}.` : 'Ответы и действия уходят на площадки сразу.'];
}

const log = (orders) =>
  el('details', {}, el('summary', { textContent: 'Кто останавливал и возобновлял' }),
    el('ol', {}, ...orders.slice(0, 20).map((order) =>
      el('li', { textContent: `${order.stopped ? 'остановлено' : 'возобновлено'}, ${scope(order)} — ${who(order)}` }))));

/** Draws the switch; `actions` are stop(null) and start(null, button). A fold that was opened stays open. */
export function showSwitch(publishing, actions) {
  const sign = JSON.stringify(publishing);
  if (place.sign === sign) return;
  place.sign = sign;
  const wasOpen = place.querySelector('details')?.open ?? false;
  const [kind, title, words] = state(publishing);
  place.hidden = false;
  place.dataset.state = kind;
  place.replaceChildren(
    el('div', {}, el('h2', { textContent: title }), el('p', { class: 'hint', textContent: words }),
      publishing.orders.length ? log(publishing.orders) : null),
    publishing.mayChange
      ? el('button', publishing.all.stopped
          ? { type: 'button', class: 'main', textContent: 'Возобновить публикацию', onclick: (event) => actions.start(null, event.target) }
          : { type: 'button', class: 'danger', textContent: 'Остановить всё…', onclick: () => actions.stop(null) })
      : document.createTextNode(''),
  );
  const fold = place.querySelector('details');
  if (fold) fold.open = wasOpen;
}
