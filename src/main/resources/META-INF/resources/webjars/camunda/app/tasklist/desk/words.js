// Tasklist's form library and a few of its widgets know English only. This puts our words in place of theirs,
// inside those widgets and nowhere else.

import { onPage } from './page.js';
import { exact, patterns } from './vocabulary.js';

/** The Russian for one English text, or null when it is none that we know. */
function russian(text, length = 0) {
  // Criteria of the filter dialog that take expressions end in a star.
  const core = text.trim().replace(/\s*\*$/, '');
  const known = exact.get(core);
  if (known) return text.replace(core, known);
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(text.trim());
    if (found) return make(...found.slice(1), length);
  }
  return null;
}

const attributes = ['placeholder', 'title', 'aria-label', 'alt', 'label'];
const lengthErrors = new WeakMap();
// Where our own forms speak, every word is ours already and must not be touched.
const ours = '.fjs-form-field-html, .fjs-form-field-text, .fjs-form-field-label, textarea, td:not([colspan])';

const typed = (node) => {
  const field = node.parentElement?.closest('.fjs-form-field')?.querySelector('textarea, input');
  return field ? field.value.trim().length : 0;
};

function turnText(node) {
  if (node.parentElement?.closest(ours) && !node.parentElement.closest('.flatpickr-calendar')) return;
  const english = lengthErrors.get(node)?.russian === node.data ? lengthErrors.get(node).english : node.data;
  const words = russian(english, typed(node));
  if (words === null || words === node.data) return;
  if (/ length of /.test(english)) lengthErrors.set(node, { english, russian: words });
  node.data = words;
}

function turn(root) {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.currentNode; node; node = nodes.nextNode()) {
    if (!(node instanceof Element)) turnText(node);
    else
      for (const name of attributes) {
        const words = node.hasAttribute(name) ? russian(node.getAttribute(name)) : null;
        if (words) node.setAttribute(name, words);
      }
  }
}

const places = `[cam-tasklist-form], .flatpickr-calendar, [uib-alert], .cam-widget-inline-field,
  [cam-widget-bpmn-viewer], .filter-modal, [cam-widget-header] .app-menu`;
const watched = new WeakSet();

function watch(form) {
  if (watched.has(form)) return;
  watched.add(form);
  const again = () => turn(form);
  new MutationObserver(again).observe(form, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
  form.addEventListener('input', again);
  again();
}

/** Starts to replace the words of every form and widget that Tasklist opens. */
export function speakRussian() {
  if (document.documentElement.lang !== 'ru') return;
  onPage(() => {
    document.querySelectorAll(places).forEach(watch);
  });
}
