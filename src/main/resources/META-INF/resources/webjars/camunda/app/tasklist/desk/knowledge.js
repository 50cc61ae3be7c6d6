// In the head of the page: the way to the scripts, for those who may read them.

import { el } from '/kit/dom.js';
import { account, onPage } from './page.js';
import { knowledgeAddress, scriptCounts } from './server.js';

const place = el('li.desk-channels', { hidden: true }, el('a', { href: knowledgeAddress }, 'База знаний'));
let signedIn = false;

/** Puts it beside the person's name in the head of the page. */
export function showKnowledge() {
  onPage(() => {
    const beside = account();
    if (beside && !place.isConnected) beside.before(place);
    if (Boolean(beside) === signedIn) return;
    signedIn = Boolean(beside);
    place.hidden = true;
    if (signedIn) scriptCounts().then(() => (place.hidden = false), () => {});
  });
}
