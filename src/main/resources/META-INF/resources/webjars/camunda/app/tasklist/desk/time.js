// Times as moderators read them: Moscow time, whatever the browser's zone is.

const zone = 'Europe/Moscow';
const format = (options) => new Intl.DateTimeFormat('ru-RU', { timeZone: zone, ...options });
const clock = format({ hour: '2-digit', minute: '2-digit' });
const day = format({ day: 'numeric', month: 'long' });
const dayAndYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
const full = format({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const sortable = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

const minute = 60_000;
const hour = 60 * minute;
let ahead = 0;

/** The server's clock leads: in the sandbox it can be moved, and a moderator's own clock may be wrong. */
export function serverSays(instant) {
  const at = Date.parse(instant ?? '');
  if (!Number.isNaN(at)) ahead = at - Date.now();
}

export const now = () => Date.now() + ahead;

const daysAgo = (at) =>
  Math.round((Date.parse(sortable.format(now())) - Date.parse(sortable.format(at))) / (24 * hour));

/** The day as a word where there is one: «сегодня», «вчера», «20 ноября», «20 ноября 2025 г.». */
export function date(instant) {
  const at = new Date(instant);
  const ago = daysAgo(at);
  const word = { 0: 'сегодня', 1: 'вчера', [-1]: 'завтра' }[ago];
  if (word) return word;
  return sortable.format(at).slice(0, 4) === sortable.format(now()).slice(0, 4) ? day.format(at) : dayAndYear.format(at);
}

/** «сегодня 10:42». */
export const moment = (instant) => `${date(instant)} ${clock.format(new Date(instant))}`;

/** For the tooltip: everything, with the zone. */
export const exact = (instant) => `${full.format(new Date(instant))} МСК`;

/** How long until the deadline: {text, state} with state overdue, soon or calm; null when there is none. */
export function deadline(instant) {
  if (!instant) return null;
  const left = Date.parse(instant) - now();
  if (left < 0) return { text: `просрочено на ${span(-left)}`, state: 'overdue' };
  if (left >= 24 * hour) return { text: `до ${moment(instant)}`.replace('до завтра', 'завтра'), state: 'calm' };
  return { text: `через ${span(left)}`, state: left < hour ? 'soon' : 'calm' };
}

function span(length) {
  if (length < minute) return 'минуту';
  if (length < hour) return `${Math.floor(length / minute)} мин`;
  if (length < 24 * hour) {
    const minutes = Math.floor((length % hour) / minute);
    return `${Math.floor(length / hour)} ч${minutes ? ` ${minutes} мин` : ''}`;
  }
  return `${Math.floor(length / (24 * hour))} дн.`;
}
