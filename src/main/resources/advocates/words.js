// How the page says things.

const day = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Moscow' });

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

const written = (date) => day.format(date).replace(/\s*г\.$/, '');

export const from = (iso) => written(new Date(iso));

/** The last day of a consent that ends at that instant. */
export const lastDay = (iso) => written(new Date(new Date(iso).getTime() - 1));

/** A refusal in the words of the page instead of the name of a field. */
export const refusal = (failure) =>
  fields[failure.field] ? failure.message.replace(`Поле ${failure.field}:`, `Проверьте поле «${fields[failure.field]}»:`) : failure.message;

/** «1 адвокат», «2 адвоката», «5 адвокатов». */
export function advocatesIn(n) {
  const forms = { one: 'адвокат', few: 'адвоката', many: 'адвокатов', other: 'адвоката' };
  return `${n} ${forms[new Intl.PluralRules('ru').select(n)]}`;
}

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
