// Elements: made, told and brought in line. Text is always set as text, never as markup.

/**
 * Makes an element.
 *
 * @template {string} N
 * @param {N} name the tag, with classes after dots: `button.main`
 * @param {Record<string, any>} [properties] listeners start with "on"; a property of the element's own type is set as such,
 *     everything else as an attribute; null, undefined and false leave an attribute out
 * @param {...(Node | string | number | null | undefined | false)} children null, undefined and false are left out
 * @returns {MadeElement<N>}
 */
export function el(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  /** @type {any} */
  const node = document.createElement(tag);
  node.classList.add(...classes);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.classList.add(...value.split(' ').filter(Boolean));
    else if (key in node && typeof node[key] === typeof value) node[key] = value;
    else if (value !== false) node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * Changes the text only if it differs, so that nothing flickers and no observer wakes up.
 *
 * @param {Node} node
 * @param {string} text
 */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Says something in a place that is there only while it has something to say.
 *
 * @param {HTMLElement} node
 * @param {string} text empty to hide the place
 */
export function tell(node, text) {
  say(node, text);
  node.hidden = text === '';
}

/**
 * Without the invisible signs that turn the reading direction: text must look as it is written.
 *
 * @param {string} text
 */
export const plain = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/**
 * What a user wrote: in its own direction, unable to reorder what stands around it.
 *
 * @template {string} N
 * @param {N} name the tag, with classes after dots
 * @param {string | null | undefined} text
 */
export const foreign = (name, text) => el(name, { dir: 'auto' }, plain(text ?? ''));

/**
 * A person's name, or what we call somebody whose name the platform hides.
 *
 * @param {string | null | undefined} name
 * @param {string} [otherwise]
 */
export const person = (name, otherwise = 'без имени') => el('bdi', {}, plain(name || '') || otherwise);

/**
 * A child as it should be: made anew only if its sign differs from that of the child with the same key.
 *
 * @typedef {{key: string, sign: string, make: () => HTMLElement}} Item
 */

/**
 * Items for {@link reconcile}; what an item holds is its sign.
 *
 * @template T
 * @param {T[]} all
 * @param {(one: T) => string | number} key
 * @param {(one: T) => HTMLElement} make
 * @returns {Item[]}
 */
export const items = (all, key, make) =>
  all.map((one) => ({ key: String(key(one)), sign: JSON.stringify(one), make: () => make(one) }));

/** @type {WeakMap<Node, string>} */
const signs = new WeakMap();

/**
 * Brings the children of a node in line with the items. A child is made anew only if its sign changed, so that pictures,
 * selections, the focus and the scroll position survive.
 *
 * @param {Element} parent
 * @param {Item[]} wanted
 */
export function reconcile(parent, wanted) {
  const before = new Map([...parent.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, child]));
  /** @type {Node | null} */
  let previous = null;
  for (const { key, sign, make } of wanted) {
    let child = before.get(key);
    before.delete(key);
    if (!child || signs.get(child) !== sign) {
      const fresh = make();
      fresh.dataset.key = key;
      signs.set(fresh, sign);
      child?.replaceWith(fresh);
      child = fresh;
    }
    /** @type {Node | null} */
    const place = previous ? previous.nextSibling : parent.firstChild;
    if (place !== child) parent.insertBefore(child, place);
    previous = child;
  }
  for (const gone of before.values()) gone.remove();
}
