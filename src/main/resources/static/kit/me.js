// Who is signed in, and the ways to the pages that are open to them.

import { call } from './api.js';
import { el, tell } from './dom.js';

/** @type {Record<string, string>} */
const titles = {
  '/channels': 'Каналы',
  '/incidents': 'Массовые проблемы',
  '/contact-center': 'Контактный центр',
  '/knowledge': 'База знаний',
  '/advocates': 'Адвокаты',
  '/people': 'Данные людей',
};

/** @typedef {{login: string, name: string, groups: string[], mayOpen: string[]}} Me */

/**
 * Nobody in particular when the server does not say; the page tells why.
 *
 * @type {Me}
 */
export const me = await call('GET', '/api/me').catch((failure) => {
  tell(/** @type {HTMLElement} */ (document.querySelector('#trouble')), failure.message);
  return { login: '', name: '', groups: [], mayOpen: [] };
});

/**
 * Whether the person is in one of the groups.
 *
 * @param {...string} groups
 */
export const isIn = (...groups) => groups.some((group) => me.groups.includes(group));

document.querySelector('.top nav a:last-child')?.before(
  ...me.mayOpen
    .filter((path) => titles[path] && path !== location.pathname)
    .flatMap((path) => [el('a', { href: path }, titles[path]), '\n']));
