// How the page says things.

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
