// How the page says things.

import { fullDate } from '/kit/format.js';

export const states = {
  ACTIVE: 'действует',
  NOT_YET: 'ещё не началось',
  EXPIRED: 'закончилось',
  WITHDRAWN: 'отозвано',
};

const fields = {
  name: 'имя',
  platform: 'площадка',
  accountId: 'аккаунт',
  disclosure: 'фраза о связи с брендом',
  consentFrom: 'начало согласия',
  consentUntil: 'конец согласия',
};

/** The last day of a consent that ends at that instant. */
export const lastDay = (iso) => fullDate(new Date(iso).getTime() - 1);

/** A refusal in the words of the page instead of the name of a field. */
export const refusal = (failure) =>
  fields[failure.field] ? failure.message.replace(`Поле ${failure.field}:`, `Проверьте поле «${fields[failure.field]}»:`) : failure.message;

export function outcomesIn({ posts, settled, notSettled, open }) {
  if (posts === 0) return 'постов ещё не было';
  return [
    `всего ${posts}`,
    settled ? `помогло: ${settled}` : null,
    notSettled ? `не помогло: ${notSettled}` : null,
    open ? `ждём: ${open}` : null,
  ]
    .filter(Boolean)
    .join(', ');
}
