// How the page writes times and numbers.

const moment = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('ru-RU', { hour: '2-digit', minute: '2-digit' });
const count = new Intl.NumberFormat('ru-RU');

export const instant = (iso) => (iso ? moment.format(new Date(iso)) : 'ещё не было');
export const day = (iso) => date.format(new Date(iso));
export const time = (iso) => clock.format(new Date(iso));
export const number = (value) => count.format(value);

/** An ISO 8601 duration of one unit, as it stands after «на»: «1 с», «15 мин». */
export function span(iso) {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!found) return iso;
  const units = ['сут', 'ч', 'мин', 'с'];
  return units
    .map((unit, i) => (found[i + 1] ? `${found[i + 1]} ${unit}` : ''))
    .filter(Boolean)
    .join(' ');
}

/** «1 канал», «2 канала», «5 каналов». */
export function channelsIn(n) {
  const forms = { one: 'канал', few: 'канала', many: 'каналов', other: 'канала' };
  return `${n} ${forms[new Intl.PluralRules('ru').select(n)]}`;
}
