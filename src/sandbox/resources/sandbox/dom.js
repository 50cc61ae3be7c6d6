/** An element; text is always set as text, never as markup. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') {
      node.className = value;
    } else if (name === 'text') {
      node.textContent = value;
    } else if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name in node) {
      node[name] = value;
    } else {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/**
 * Makes the children of `parent` be the drawings of `items`, redrawing only what has changed, so
 * that nothing flickers and no focus is lost.
 */
export function reconcile(parent, items, key, draw) {
  const old = new Map([...parent.children].map(node => [node.dataset.key, node]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    const signature = JSON.stringify(item);
    let node = old.get(id);
    if (!node || node.signature !== signature) {
      const fresh = draw(item);
      fresh.dataset.key = id;
      fresh.signature = signature;
      if (node) {
        if (place === node) {
          place = fresh;
        }
        node.replaceWith(fresh);
      }
      node = fresh;
    }
    old.delete(id);
    if (node === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(node, place);
    }
  }
  old.forEach(node => node.remove());
}
