export const staff = [
  ['anna', 'модератор, отвечает пользователям'],
  ['boris', 'модератор той же смены'],
  ['olga', 'контактный центр, знает ответы'],
  ['maria', 'старшая смены, согласует'],
  ['ivan', 'адвокат бренда, не скрывает этого'],
  ['pavel', 'владелец процессов, рисует схемы'],
  ['elena', 'руководитель, смотрит Cockpit'],
  ['admin', 'администратор: люди и права'],
];

export const faults = [
  ['rateLimit', 'слишком много запросов'],
  ['serverError', 'ошибка сервера'],
  ['acceptThenTimeout', 'приняла и промолчала'],
  ['acceptThenReset', 'приняла и оборвала связь'],
  ['slow', 'отвечает 10 секунд'],
  ['deletedParent', 'сообщение уже удалено'],
  ['blockedByUser', 'пользователь нас заблокировал'],
  ['tokenExpired', 'токен истёк (пока не обновить)'],
];

/** Friendly strangers; the ids have the look of each platform's. */
export const guests = {
  vk: [
    ['5401001', 'Светлана Крылова'],
    ['5401002', 'Тимур Ахметов'],
    ['5401003', 'Дарья Лебедева'],
    ['5401004', 'Григорий Носов'],
  ],
  telegram: [
    ['5428138451', 'Вера Кузнецова'],
    ['5428138452', 'Руслан Гареев'],
    ['5428138453', 'Юлия Морозова'],
    ['5428138454', 'Степан Жуков'],
  ],
};

export const initials = name =>
  (name || '?')
    .split(/\s+/)
    .slice(0, 2)
    .map(word => [...word][0] || '')
    .join('')
    .toUpperCase();

/** A number for a made-up person: the same name is the same person. */
export function idOf(name) {
  let hash = 7;
  for (const char of name.toLowerCase()) {
    hash = (hash * 31 + char.codePointAt(0)) % 900000000;
  }
  return String(100000000 + hash);
}

export const hue = id => [...String(id)].reduce((sum, char) => (sum * 33 + char.charCodeAt(0)) % 100003, 5) * 137 % 360;

const clockFormat = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long' });
export const fullTime = at => dayFormat.format(new Date(at)) + ', ' + clockFormat.format(new Date(at));

export function shortTime(at, now) {
  const moment = new Date(at);
  const time = clockFormat.format(moment);
  return moment.toDateString() === new Date(now).toDateString()
    ? time
    : dayFormat.format(moment) + ', ' + time;
}
