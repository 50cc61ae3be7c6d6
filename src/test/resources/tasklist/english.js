// Every text and every described attribute on the page that has an English word in it, except names and keys,
// and except what users wrote, which stands in elements with a direction of their own.
() => {
  const names =
    /^(Camunda|Platform|Community|Desk|Tasklist|Cockpit|VK|Telegram|UTC|GMT|English|bpmn|io|https?|ctrl|alt|shift|enter|v7|anna|vk|default|img|src|onerror|script|moderators|Mir|Pay|NFC|PIN)$/i;
  const described = ['placeholder', 'title', 'aria-label', 'alt', 'label'];
  const english = (text) => (text.match(/[A-Za-z]{2,}/g) ?? []).some((word) => !names.test(word));
  const found = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.currentNode; node; node = nodes.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest('script, style, svg, bdi, [dir=auto]') || !element.checkVisibility()) continue;
    if (node.nodeType === Node.TEXT_NODE && english(node.data)) found.push(node.data.trim());
    if (node.nodeType === Node.ELEMENT_NODE)
      for (const name of described)
        if (english(node.getAttribute(name) ?? '')) found.push(`${name}=${node.getAttribute(name)}`);
  }
  return found;
}
