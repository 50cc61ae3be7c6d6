// The edge between the form and the conversation, which a moderator can drag or move with the arrow keys.

import { el } from '/kit/dom.js';

const stored = 'desk.pane.width';
const least = 320;

/** The handle; a double click brings back the width we chose. */
export const edge = el('div.desk-edge', {
  role: 'separator',
  'aria-orientation': 'vertical',
  'aria-label': 'Ширина переписки',
  title: 'Потяните, чтобы изменить ширину; двойной щелчок вернёт обычную',
  tabindex: 0,
  onpointerdown: grab,
  ondblclick: () => set(null),
  onkeydown: nudge,
});

const root = document.documentElement.style;
const pane = () => edge.parentElement;

function set(width) {
  if (width === null) {
    root.removeProperty('--desk-width');
    localStorage.removeItem(stored);
    return;
  }
  const most = pane().parentElement ? Math.max(least, pane().parentElement.clientWidth * 0.55) : 1000;
  const chosen = Math.round(Math.min(Math.max(width, least), most));
  root.setProperty('--desk-width', `${chosen}px`);
  localStorage.setItem(stored, String(chosen));
}

function grab(event) {
  edge.setPointerCapture(event.pointerId);
  const right = pane().getBoundingClientRect().right;
  const move = (moved) => set(right - moved.clientX);
  document.body.classList.add('desk-dragging');
  edge.addEventListener('pointermove', move);
  edge.addEventListener('lostpointercapture', () => {
    edge.removeEventListener('pointermove', move);
    document.body.classList.remove('desk-dragging');
  }, { once: true });
}

function nudge(event) {
  const by = { ArrowLeft: 24, ArrowRight: -24 }[event.key];
  if (by) set(pane().clientWidth + by);
}

const remembered = Number(localStorage.getItem(stored));
if (remembered >= least) root.setProperty('--desk-width', `${Math.min(remembered, window.innerWidth * 0.45)}px`);
