// News of the server the moment they happen. While the line is broken, who asks now and then goes on asking.

import { liveAddress } from './server.js';

const again = 30_000;

let line = null;
let heard = false;
let timer = 0;
let hear = null;

/** Whether news come by themselves now. */
export const isLive = () => heard;

/** Calls `listener(caseId, what)` for every change, `listener(null)` when something may have been missed. */
export function listen(listener) {
  hear = listener;
}

/** Opens or closes the line: a browser allows a page few of them, so only a page that needs it holds one. */
export function keepLine(wanted) {
  if (!wanted) close();
  else if (!line) open();
}

function close() {
  clearTimeout(timer);
  timer = 0;
  line?.close();
  line = null;
  heard = false;
}

function open() {
  close();
  line = new EventSource(liveAddress);
  line.addEventListener('refresh', () => {
    heard = true;
    hear(null);
  });
  line.addEventListener('case', (event) => {
    const { caseId, what } = JSON.parse(event.data);
    hear(caseId, what);
  });
  line.addEventListener('error', () => {
    heard = false;
    hear(null);
    // A refusal ends the line for good; a broken one is mended by the browser.
    if (line?.readyState === EventSource.CLOSED) timer = setTimeout(open, again);
  });
}
