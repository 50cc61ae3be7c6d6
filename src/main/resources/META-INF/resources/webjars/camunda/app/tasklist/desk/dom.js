/**
 * Makes an element. Strings become text nodes, never markup, so that what users write stays text.
 * Properties starting with "on" are listeners; null and false children are left out.
 */
export function el(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  node.classList.add(...classes);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== false));
  return node;
}

/** Changes the text only if it differs, so that nothing flickers and no observer wakes up. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Without the invisible signs that turn the reading direction: text must look as it is written. */
const plain = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** What a user wrote: in its own direction, unable to reorder what stands around it. */
export function foreign(name, text) {
  return el(name, { dir: 'auto' }, plain(text));
}

/** A person's name, or what we call somebody whose name the platform hides. */
export function person(name) {
  return el('bdi', {}, plain(name || '') || 'без имени');
}

/**
 * Brings the children of a node in line with the items. Items are {key, sign, make}; a child is made anew only
 * if its sign changed, so that pictures, selections and the scroll position survive.
 */
export function reconcile(parent, items) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let previous = null;
  for (const { key, sign, make } of items) {
    let child = before.get(key);
    before.delete(key);
    if (child?.deskSign !== sign) {
      const fresh = make();
      fresh.dataset.key = key;
      fresh.deskSign = sign;
      child?.replaceWith(fresh);
      child = fresh;
    }
    const place = previous ? previous.nextSibling : parent.firstChild;
    if (place !== child) parent.insertBefore(child, place);
    previous = child;
  }
  for (const gone of before.values()) gone.remove();
}
