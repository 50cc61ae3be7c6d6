// What a task is about, on its card in the list. Tasklist draws all cards anew every few seconds, so answers are kept.

import { el, foreign, person, reconcile } from '/kit/dom.js';
import { cards as ask } from './server.js';
import { deadline } from '/kit/format.js';

const fresh = 10_000;
const known = new Map();
const nodes = new Map();
const wanted = new Set();
let waiting = 0;

function draw(taskId) {
  const node = nodes.get(taskId);
  const card = known.get(taskId)?.card;
  if (!node || !card) return;
  const due = deadline(card.dueAt);
  reconcile(node, [{ key: taskId, sign: JSON.stringify([card, due]), make: () => make(card, due) }]);
}

const make = (card, due) => el('div.desk-card', {},
  el('div.desk-card-top', {}, el('span.desk-badge', { 'data-platform': card.platform }, card.platformTitle),
    due ? el('span.desk-due', { 'data-state': due.state }, due.text) : null),
  el('div.desk-card-who', {}, person(card.authorName),
    card.kind === 'PRIVATE' ? el('span.desk-card-kind', {}, 'лично') : null, card.unread ? el('span.desk-unread', {}, 'новое') : null),
  foreign('div.desk-card-words', card.firstWords || ''));

async function fetchWanted() {
  waiting = 0;
  const ids = [...wanted].slice(0, 50);
  ids.forEach((id) => wanted.delete(id));
  if (wanted.size) waiting = setTimeout(fetchWanted, 20);
  try {
    const found = new Map((await ask(ids)).map((card) => [card.taskId, card]));
    const at = Date.now();
    for (const id of ids) {
      known.set(id, { card: found.get(id), at });
      draw(id);
    }
  } catch {
    // The card then says what Tasklist itself knows; the next drawing asks again.
  }
}

function want(taskId) {
  if (Date.now() - (known.get(taskId)?.at ?? 0) < fresh) return;
  wanted.add(taskId);
  waiting ||= setTimeout(fetchWanted, 20);
}

setInterval(() => nodes.forEach((_, id) => draw(id)), 20_000);

/** The plugin for Tasklist's card. */
export const cardPlugin = {
  id: 'org.communitydesk.card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render: (node, { taskId }) => {
    nodes.set(taskId, node);
    draw(taskId);
    want(taskId);
  },
};
