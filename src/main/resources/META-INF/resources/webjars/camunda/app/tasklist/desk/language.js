// Tasklist in English is one click away, and one click back.

import { el } from '/kit/dom.js';
import { onPage } from './page.js';

const russian = document.documentElement.lang === 'ru';

const button = el('button.desk-language.btn-link', {
  type: 'button',
  lang: russian ? 'en' : 'ru',
  onclick: () => {
    localStorage.setItem('desk.language', russian ? 'en' : 'ru');
    location.reload();
  },
}, russian ? 'English' : 'Русский');

/** Puts the switch into the footer. */
export function offerLanguages() {
  onPage(() => {
    const footer = document.getElementById('footer-timezone');
    if (footer && button.parentElement !== footer) footer.append(button);
  });
}
