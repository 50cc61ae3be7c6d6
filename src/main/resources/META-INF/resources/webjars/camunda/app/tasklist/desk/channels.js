// For those who may stop publishing: the way to the page where that is done. For their colleagues: that it is stopped.

import { el, say } from '/kit/dom.js';
import { account, onPage } from './page.js';
import { channelsAddress, publishing } from './server.js';

const every = 15_000;

const anchor = el('a', { href: channelsAddress });
const plain = el('span');
const place = el('li.desk-channels', { hidden: true });
let signedIn = false;
let timer = 0;

async function ask() {
  clearTimeout(timer);
  if (!signedIn) return;
  if (!document.hidden) await publishing().then(show, () => (place.hidden = true));
  clearTimeout(timer);
  timer = setTimeout(ask, every);
}

function show({ mayChange, accounts }) {
  const stopped = accounts.filter((one) => !one.publishes);
  const node = mayChange ? anchor : plain;
  say(node, stopped.length ? 'Публикация остановлена' : 'Каналы');
  node.title = stopped.map((one) => `${one.platformTitle} (${one.account})`).join(', ');
  if (place.firstChild !== node) place.replaceChildren(node);
  place.toggleAttribute('data-stopped', stopped.length > 0);
  place.hidden = !mayChange && !stopped.length;
}

/** Puts it beside the person's name in the head of the page. */
export function showPublishing() {
  onPage(() => {
    const beside = account();
    if (beside && place.nextElementSibling !== beside) beside.before(place);
    if (Boolean(beside) !== signedIn) {
      signedIn = Boolean(beside);
      ask();
    }
  });
}
