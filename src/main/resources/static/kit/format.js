// Times and numbers as people read them: Moscow time, whatever the browser's zone is.

const zone = 'Europe/Moscow';
/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat('ru-RU', { timeZone: zone, ...options });
const clock = format({ hour: '2-digit', minute: '2-digit' });
const day = format({ day: 'numeric', month: 'long' });
const dayAndYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
const dayAndClock = format({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
const briefly = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const withYear = format({ dateStyle: 'long', timeStyle: 'short' });
const full = format({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const sortable = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const digits = new Intl.NumberFormat('ru-RU');

const minute = 60_000;
const hour = 60 * minute;
let ahead = 0;

/**
 * The server's clock leads: in the sandbox it can be moved, and a person's own clock may be wrong.
 *
 * @param {string | null} instant ISO 8601; anything else changes nothing
 */
export function serverSays(instant) {
  const at = Date.parse(instant ?? '');
  if (!Number.isNaN(at)) ahead = at - Date.now();
}

export const now = () => Date.now() + ahead;

/** @param {Date} at */
const daysAgo = (at) =>
  Math.round((Date.parse(sortable.format(now())) - Date.parse(sortable.format(at))) / (24 * hour));

/**
 * The day as a word where there is one: «сегодня», «вчера», «20 ноября», «20 ноября 2025 г.».
 *
 * @param {string | number | Date} instant
 */
export function date(instant) {
  const at = new Date(instant);
  const ago = daysAgo(at);
  /** @type {Record<number, string>} */
  const words = { 0: 'сегодня', 1: 'вчера', [-1]: 'завтра' };
  if (words[ago]) return words[ago];
  return sortable.format(at).slice(0, 4) === sortable.format(now()).slice(0, 4) ? day.format(at) : dayAndYear.format(at);
}

/**
 * «сегодня 10:42».
 *
 * @param {string} instant
 */
export const moment = (instant) => `${date(instant)} ${clock.format(new Date(instant))}`;

/**
 * For the tooltip: everything, with the zone.
 *
 * @param {string} instant
 */
export const exact = (instant) => `${full.format(new Date(instant))} МСК`;

/**
 * «20 ноября в 10:42».
 *
 * @param {string} instant
 */
export const when = (instant) => dayAndClock.format(new Date(instant));

/**
 * «20 нояб., 10:42».
 *
 * @param {string} instant
 */
export const brief = (instant) => briefly.format(new Date(instant));

/**
 * «20 ноября 2025 г. в 10:42».
 *
 * @param {string} instant
 */
export const whenWithYear = (instant) => withYear.format(new Date(instant));

/**
 * The whole day: «20 ноября 2025».
 *
 * @param {string | number | Date} instant
 */
export const fullDate = (instant) => dayAndYear.format(new Date(instant)).replace(/\s*г\.$/, '');

/**
 * «10:42».
 *
 * @param {string} instant
 */
export const time = (instant) => clock.format(new Date(instant));

/**
 * «12 345,6».
 *
 * @param {number} value
 */
export const number = (value) => digits.format(value);

/**
 * How long until the deadline.
 *
 * @param {string | null | undefined} instant
 * @returns {{text: string, state: 'overdue' | 'soon' | 'calm'} | null} null when there is none
 */
export function deadline(instant) {
  if (!instant) return null;
  const left = Date.parse(instant) - now();
  if (left < 0) return { text: `просрочено на ${span(-left)}`, state: 'overdue' };
  if (left >= 24 * hour) return { text: `до ${moment(instant)}`.replace('до завтра', 'завтра'), state: 'calm' };
  return { text: `через ${span(left)}`, state: left < hour ? 'soon' : 'calm' };
}

/** @param {number} length in milliseconds */
function span(length) {
  if (length < minute) return 'минуту';
  if (length < hour) return `${Math.floor(length / minute)} мин`;
  if (length < 24 * hour) {
    const minutes = Math.floor((length % hour) / minute);
    return `${Math.floor(length / hour)} ч${minutes ? ` ${minutes} мин` : ''}`;
  }
  return `${Math.floor(length / (24 * hour))} дн.`;
}

/**
 * An ISO 8601 duration of one unit, as it stands after «на»: «1 с», «15 мин».
 *
 * @param {string} iso
 */
export function duration(iso) {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!found) return iso;
  return ['сут', 'ч', 'мин', 'с']
    .map((unit, i) => (found[i + 1] ? `${found[i + 1]} ${unit}` : ''))
    .filter(Boolean)
    .join(' ');
}

/**
 * What a file weighs: «12 КБ», «1,5 МБ».
 *
 * @param {number} bytes
 */
export function fileSize(bytes) {
  /** @type {(value: number, unit: string) => string} */
  const amount = (value, unit) => `${value.toLocaleString('ru-RU', { maximumFractionDigits: 1 })} ${unit}`;
  if (bytes < 1024) return amount(bytes, 'Б');
  return bytes < 1024 * 1024 ? amount(Math.round(bytes / 1024), 'КБ') : amount(bytes / 1024 / 1024, 'МБ');
}

/**
 * The beginning of a text, as one line.
 *
 * @param {string} text
 * @param {number} most characters that are shown
 */
export function beginning(text, most) {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most)}…` : flat;
}
