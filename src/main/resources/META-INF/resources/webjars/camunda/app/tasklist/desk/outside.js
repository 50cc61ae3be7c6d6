// In the head of the page, for supervisors: that answers of the contact center wait to be sorted out.

import { el, say } from '/kit/dom.js';
import { account, onPage } from './page.js';
import { contactCenterAddress, unsettledAnswers } from './server.js';

const every = 60_000;

const anchor = el('a', { href: contactCenterAddress });
const place = el('li.desk-channels', { hidden: true }, anchor);
let signedIn = false;
let timer = 0;

async function ask() {
  clearTimeout(timer);
  if (!signedIn) return;
  try {
    const waiting = document.hidden ? null : await unsettledAnswers();
    if (waiting) show(waiting.length);
  } catch (failure) {
    place.hidden = true;
    if (failure.status === 403) return;
  }
  clearTimeout(timer);
  timer = setTimeout(ask, every);
}

function show(count) {
  say(anchor, `Ответы не разобраны: ${count}`);
  place.hidden = count === 0;
}

/** Puts it beside the person's name in the head of the page. */
export function showUnsettled() {
  onPage(() => {
    const beside = account();
    if (beside && !place.isConnected) beside.before(place);
    if (Boolean(beside) === signedIn) return;
    signedIn = Boolean(beside);
    place.hidden = true;
    ask();
  });
}
