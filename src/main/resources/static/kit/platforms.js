// The platforms as people read them, in the order of the server's list.

import { el } from './dom.js';

/** @type {Record<string, string>} */
export const platforms = {
  facebook: 'Facebook',
  vk: 'ВКонтакте',
  ok: 'Одноклассники',
  instagram: 'Instagram',
  x: 'X',
  viber: 'Viber',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
};

/** @param {string} id */
export const platformTitle = (id) => platforms[id] ?? id;

/** The platforms as the options of a list. */
export const platformOptions = () => Object.entries(platforms).map(([id, title]) => el('option', { value: id }, title));
