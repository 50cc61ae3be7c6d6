// Tasklist counts the tasks of the chosen filter only; moderators want to see where the work is.

import { el, say } from '/kit/dom.js';
import { onPage } from './page.js';
import { filters } from './server.js';

const every = 10_000;
let counts = new Map();

function draw() {
  for (const item of document.querySelectorAll('.task-filters .task-filter')) {
    const anchor = item.querySelector('.name a');
    const name = anchor?.childNodes[0]?.data.trim();
    if (!counts.has(name)) continue;
    let badge = item.querySelector('.desk-filter-count');
    if (!badge) anchor.append(badge = el('span.desk-filter-count'));
    say(badge, String(counts.get(name)));
  }
}

async function refresh() {
  if (!document.hidden && document.querySelector('.task-filters')) {
    try {
      counts = new Map((await filters()).map((one) => [one.name, one.itemCount]));
      draw();
    } catch {
      // Without an answer the old numbers stay for ten seconds more.
    }
  }
}

/** Starts to show the number of tasks beside each filter. */
export function countFilters() {
  let shown = false;
  onPage(() => {
    const there = document.querySelector('.task-filters .task-filter') !== null;
    if (there && !shown) refresh();
    shown = there;
    draw();
  });
  setInterval(refresh, every);
}
