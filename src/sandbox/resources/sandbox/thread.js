import { el } from '/kit/dom.js';
import { hue, initials, shortTime } from './words.js';

export const BRAND = 'Карта «Мир»';

export const nameOf = message =>
  message.byBrand ? BRAND : message.authorName || 'Пользователь ' + message.authorId;

export function avatar(name, id, byBrand) {
  const node = el('span', { class: 'avatar' + (byBrand ? ' is-brand' : ''), textContent: byBrand ? 'М' : initials(name) });
  node.setAttribute('aria-hidden', 'true');
  if (!byBrand) {
    node.style.setProperty('--hue', String(hue(id)));
  }
  return node;
}

/**
 * One message as a comment or a bubble.
 *
 * @param item `message`, `quoted` (the message that it answers, or null), `nested`, `banned`, `now`
 * @param acts `reply`, `edit`, `remove`: what its buttons do
 */
export function drawMessage(item, acts) {
  const { message, quoted } = item;
  const classes = ['message'];
  if (message.byBrand) classes.push('by-brand');
  if (message.deleted) classes.push('deleted');
  if (item.nested) classes.push('nested');
  if (message.kind === 'private') classes.push('bubble');
  const name = nameOf(message);
  const head = el('div', { class: 'head' },
    el('span', { class: 'name', textContent: name }),
    message.byBrand ? el('span', { class: 'badge', textContent: 'ответ бренда' }) : null,
    message.hidden ? el('span', { class: 'badge', textContent: 'скрыто брендом' }) : null,
    item.banned ? el('span', { class: 'badge is-ban', textContent: 'заблокирован' }) : null,
    el('time', { textContent: shortTime(message.at, item.now) + (message.edited ? ' · изменено' : '') }));
  const body = el('div', { class: 'body' }, head);
  if (quoted) {
    body.append(el('div', { class: 'quote' },
      el('b', { textContent: nameOf(quoted) }),
      el('span', { textContent: quoted.deleted ? 'Сообщение удалено' : quoted.text || 'Картинка' })));
  }
  if (message.deleted) {
    body.append(el('p', { class: 'text', textContent: 'Сообщение удалено' }));
  } else {
    if (message.text) {
      body.append(el('p', { class: 'text', textContent: message.text }));
    }
    for (const picture of message.attachments) {
      body.append(el('a', { class: 'picture', href: picture.url, target: '_blank', rel: 'noopener' },
        picture.type === 'file' ? 'Файл' : el('img', { src: picture.url, alt: 'Картинка от пользователя ' + name, onload: () => acts.settle() })));
    }
    body.append(buttons(message, acts));
  }
  return el('article', { class: classes.join(' ') }, avatar(name, message.authorId, message.byBrand), body);
}

function buttons(message, acts) {
  const row = el('div', { class: 'acts' },
    el('button', { type: 'button', textContent: 'Ответить', onclick: () => acts.reply(message) }));
  if (!message.byBrand) {
    row.append(
      el('button', { type: 'button', textContent: 'Изменить', onclick: () => acts.edit(message) }),
      el('button', { type: 'button', textContent: 'Удалить', onclick: () => acts.remove(message) }));
  }
  return row;
}

/** Comments of one post in reading order: VK nests answers one level deep, Telegram does not. */
export function ordered(messages, nesting) {
  const byId = new Map(messages.map(message => [message.id, message]));
  const rootOf = message => {
    let at = message;
    for (let steps = 0; at.replyTo && byId.has(at.replyTo) && steps < 1000; steps++) {
      at = byId.get(at.replyTo);
    }
    return at;
  };
  if (!nesting) {
    return messages.map(message => ({ message, nested: false, quoted: byId.get(message.replyTo) || null }));
  }
  const under = new Map();
  for (const message of messages) {
    const root = rootOf(message);
    under.set(root.id, [...(under.get(root.id) || []), message]);
  }
  return [...under].flatMap(([root, all]) => all.map(message => ({
    message,
    nested: message.id !== root,
    quoted: message.replyTo && message.replyTo !== root ? byId.get(message.replyTo) || null : null,
  })));
}
