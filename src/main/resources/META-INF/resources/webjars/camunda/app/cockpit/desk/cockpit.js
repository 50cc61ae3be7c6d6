// Cockpit loads this file; see config.js. Ways from its head to the pages of ours.

import { el } from '/kit/dom.js';

const wayTo = (page, title) => ({
  id: `desk.${page}`,
  pluginPoint: 'cockpit.navigation',
  priority: 1,
  render: (node) => node.append(el('a', { href: `/${page}` }, title)),
});

export default [wayTo('channels', 'Каналы'), wayTo('knowledge', 'База знаний')];
