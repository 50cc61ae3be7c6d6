import { el } from '/kit/dom.js';
import { number } from '/kit/format.js';

/** What every account can do, one line for each ability; `titles` are the server's words for them. */
export function fillMatrix(table, channels, titles) {
  const head = el('tr', {}, el('td', {}), ...channels.map((channel) => el('th', { scope: 'col', textContent: title(channel, channels) })));
  const lines = Object.entries(titles).map(([ability, words]) =>
    line(words, channels, (channel) => channel.capabilities.includes(ability)),
  );
  const limits = [
    ['знаков в комментарии', 'comment'],
    ['знаков в личном сообщении', 'privateMessage'],
  ].map(([words, kind]) => numbers(words, channels, (channel) => channel.limits[kind]));
  table.replaceChildren(el('thead', {}, head), el('tbody', {}, ...lines, ...limits));
}

function title(channel, channels) {
  const alone = channels.filter((other) => other.platform === channel.platform).length === 1;
  return alone ? channel.platformTitle : `${channel.platformTitle} ${channel.account}`;
}

function line(words, channels, can) {
  return el(
    'tr',
    {},
    el('th', { scope: 'row', textContent: words }),
    ...channels.map((channel) =>
      can(channel)
        ? el('td', { class: 'yes', textContent: '✓', 'aria-label': 'да' })
        : el('td', { class: 'no', textContent: '–', 'aria-label': 'нет' }),
    ),
  );
}

const UNITS = { BYTES: ' байт', WEIGHTED: '*', UTF16: '' };

function numbers(words, channels, limit) {
  return el(
    'tr',
    {},
    el('th', { scope: 'row', textContent: words }),
    ...channels.map((channel) => {
      const most = limit(channel);
      return el('td', { class: most ? '' : 'no', textContent: most ? number(most.most) + UNITS[most.counting] : '–' });
    }),
  );
}
