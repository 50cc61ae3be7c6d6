import { el } from '/kit/dom.js';
import { duration, fullDate, number, time } from '/kit/format.js';
import { instant } from './words.js';

const STATES = { GREEN: 'Работает', YELLOW: 'Внимание', RED: 'Не принимает ключ', OFF: 'Выключен' };
const KINDS = { COMMENT: 'комментарии', PRIVATE: 'личные' };

/**
 * One account and its own order about publishing; `actions` are check(channel, button), replace(channel) (null for all
 * but administrators), stop(channel) and start(channel, button).
 */
export function card(channel, order, actions) {
  const name = channel.accountName && channel.accountName !== '' ? ` · ${channel.accountName}` : '';
  return el(
    'article',
    { class: 'card', 'data-state': channel.state, 'data-key': `${channel.platform}/${channel.account}` },
    el(
      'header',
      {},
      el('h3', { textContent: channel.platformTitle }, el('small', { textContent: channel.account + name })),
      el('span', { class: 'state', textContent: STATES[channel.state] }),
    ),
    channel.reason
      ? el('p', { class: 'reason', textContent: channel.reason }, el('small', { textContent: `с ${instant(channel.since)}` }))
      : null,
    channel.note ? el('p', { class: 'hint', textContent: channel.note }) : null,
    facts(channel),
    el(
      'div',
      { class: 'buttons' },
      el('button', {
        type: 'button',
        textContent: 'Проверить сейчас',
        disabled: channel.state === 'OFF',
        onclick: (event) => actions.check(channel, event.target),
      }),
      actions.replace
        ? el('button', { type: 'button', textContent: 'Заменить ключ…', onclick: () => actions.replace(channel) })
        : null,
      order?.mayChange ? brake(channel, order, actions) : null,
    ),
  );
}

const brake = (channel, order, actions) =>
  el('button', order.stopped
    ? { type: 'button', class: 'main', textContent: 'Возобновить публикацию', onclick: (event) => actions.start(channel, event.target) }
    : { type: 'button', class: 'danger', textContent: 'Остановить публикацию…', onclick: () => actions.stop(channel) });

function facts(channel) {
  const list = el('dl', { class: 'facts' });
  const add = (title, text, bad = false) =>
    list.append(el('dt', { textContent: title }), el('dd', { textContent: text, class: bad ? 'bad' : '' }));
  add('Последнее сообщение', instant(channel.lastEventAt));
  add('Последняя публикация', instant(channel.lastPublishedAt));
  add('Ждут публикации', number(channel.waiting));
  if (channel.held > 0) add('Из них приостановлено', number(channel.held), true);
  add('Ключ действует до', channel.tokenExpiresAt ? fullDate(channel.tokenExpiresAt) : 'срок не назван');
  add('Новые сообщения', arrival(channel), !channel.polled && channel.hookSubscribed === false);
  for (const rate of channel.rates) {
    const of = rate.of ? ` (${KINDS[rate.of]})` : '';
    add(`Вызовов на ${duration(rate.per)}${of}`, `${number(rate.left)} из ${number(rate.calls)}`, rate.left === 0);
  }
  if (channel.quota) {
    const left = `${number(channel.quota.remaining)} из ${number(channel.quota.limit)}`;
    add('По словам платформы', `${left} до ${time(channel.quota.resetAt)}`, channel.quota.remaining === 0);
  }
  add('Ключ проверен', instant(channel.checkedAt));
  return list;
}

function arrival(channel) {
  if (channel.polled) return 'опрос';
  if (channel.hookSubscribed === null) return 'веб-хук';
  return channel.hookSubscribed ? 'веб-хук, подписан' : 'веб-хук не подписан';
}
