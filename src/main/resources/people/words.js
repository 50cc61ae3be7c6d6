// How the page says things.

const moment = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Moscow' });
const plural = new Intl.PluralRules('ru');

export const when = (iso) => moment.format(new Date(iso));

export const platforms = {
  vk: 'ВКонтакте', ok: 'Одноклассники', facebook: 'Facebook', instagram: 'Instagram',
  x: 'X', viber: 'Viber', whatsapp: 'WhatsApp', telegram: 'Telegram',
};

const matters = {
  appeals: 'Обращения',
  messages: 'Сообщения',
  attachments: 'Вложения',
  note: 'Заметки',
  reply: 'Ответы',
  publications: 'Публикации и действия',
  deliveries: 'Доставки площадки',
  contact_center_request: 'Вопросы контактному центру',
  offences: 'Нарушения',
  measures: 'Меры',
  advocates_posts: 'Посты адвокатов',
};

/** The matters of which something is kept, with their numbers. */
export const kept = ({ rows, files }) => [
  ...Object.entries(matters).filter(([key]) => rows[key] > 0).map(([key, words]) => [words, rows[key]]),
  ...(files > 0 ? [['Файлы', files]] : []),
];

/** «1 человек», «2 человека», «5 человек». */
export const peopleIn = (n) => `${n} ${{ one: 'человек', few: 'человека', many: 'человек', other: 'человека' }[plural.select(n)]}`;
