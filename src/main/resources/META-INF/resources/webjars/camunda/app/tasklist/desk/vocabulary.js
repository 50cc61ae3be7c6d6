// English words that Tasklist and its libraries do not let us translate in locales/, with ours in their place.

import { counted } from '/kit/plurals.js';

const months = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const monthNames =
  'January February March April May June July August September October November December'.split(' ');
const days = {
  Mon: 'пн', Tue: 'вт', Wed: 'ср', Thu: 'чт', Fri: 'пт', Sat: 'сб', Sun: 'вс',
  Monday: 'понедельник', Tuesday: 'вторник', Wednesday: 'среда', Thursday: 'четверг', Friday: 'пятница',
  Saturday: 'суббота', Sunday: 'воскресенье',
};

// The criteria of the filter dialog.
const criteria = {
  'Process Instance': 'Экземпляр процесса',
  'Process definition': 'Определение процесса',
  'Case Instance': 'Экземпляр кейса',
  'Case definition': 'Определение кейса',
  Other: 'Прочее',
  'User / Group': 'Пользователь и группа',
  Task: 'Задача',
  Dates: 'Даты',
  ID: 'Идентификатор',
  'Business Key': 'Бизнес-ключ',
  'Business Key Like': 'Бизнес-ключ похож на',
  Key: 'Ключ',
  'Key In': 'Ключ из списка',
  Name: 'Название',
  'Name Like': 'Название похоже на',
  Active: 'Не приостановлена',
  'Activity Instance ID In': 'Идентификатор действия из списка',
  'Execution ID': 'Идентификатор выполнения',
  Assignee: 'Исполнитель',
  'Assignee in': 'Исполнитель из списка',
  'Assignee Like': 'Исполнитель похож на',
  Owner: 'Владелец',
  'Candidate Group': 'Группа-кандидат',
  'Candidate Groups': 'Группы-кандидаты',
  'Candidate User': 'Пользователь-кандидат',
  'Involved User': 'Причастный пользователь',
  Assigned: 'Назначена',
  Unassigned: 'Не назначена',
  'Delegation State': 'Состояние передачи',
  'Definition Key': 'Ключ определения',
  'Definition Key In': 'Ключ определения из списка',
  'Definition Key Like': 'Ключ определения похож на',
  Description: 'Описание',
  'Description Like': 'Описание похоже на',
  Priority: 'Приоритет',
  'Priority Max': 'Приоритет не выше',
  'Priority Min': 'Приоритет не ниже',
  'Tenant ID In': 'Арендатор из списка',
  'Without Tenant ID': 'Без арендатора',
  'Without Due Date': 'Без срока',
  'Created Before': 'Создана раньше',
  'Created After': 'Создана позже',
  'Due Before': 'Срок раньше',
  'Due After': 'Срок позже',
  'Follow Up After': 'Напоминание позже',
  'Follow Up Before': 'Напоминание раньше',
  'Follow Up Before or Not Existent': 'Напоминание раньше или не задано',
};

/**
 * Whole texts.
 *
 * @type {Map<string, string>}
 */
export const exact = new Map([
  ...Object.entries(criteria),
  ['Field is required.', 'Это поле нужно заполнить.'],
  ['Field must be a valid email.', 'Это не похоже на адрес почты.'],
  [
    'Field must be a valid  international phone number. (e.g. +4930664040900)',
    'Нужен номер в международном виде, например +74951234567.',
  ],
  ['Value is not a number.', 'Это не число.'],
  ['Value is expected to be an integer.', 'Нужно целое число.'],
  ['Date and time must both be entered.', 'Укажите и дату, и время.'],
  ['Select', 'Выберите'],
  ['Search', 'Поиск'],
  ['No results', 'Ничего не нашлось'],
  ['All values selected', 'Выбрано всё'],
  ['Skip to search', 'Перейти к поиску'],
  ['Remove tag', 'Убрать'],
  ['Add new', 'Добавить'],
  ['Show less', 'Показать меньше'],
  ['Nothing to show.', 'Здесь пусто.'],
  ['No content to show.', 'Здесь пусто.'],
  ["External content couldn't be loaded.", 'Не удалось показать содержимое.'],
  ['This is an image placeholder', 'Здесь будет картинка'],
  ['Previous page', 'Предыдущая страница'],
  ['Next page', 'Следующая страница'],
  ['Click to remove sorting', 'Убрать сортировку'],
  ['Increment', 'Больше'],
  ['Decrement', 'Меньше'],
  ['Powered by bpmn.io', 'Формы: bpmn.io'],
  ['Close', 'Закрыть'],
  ['previous', 'раньше'],
  ['next', 'позже'],
  ['HH', 'чч'],
  ['MM', 'мм'],
  ['SS', 'сс'],
  ['zoom in', 'крупнее'],
  ['zoom out', 'мельче'],
  ['reset zoom', 'вся схема'],
  ['Welcome', 'Начало'],
  ['Admin', 'Администрирование'],
  ['Month', 'Месяц'],
  ['Year', 'Год'],
  ['mm/dd/yyyy', 'мм/дд/гггг'],
  ['dd/mm/yyyy', 'дд/мм/гггг'],
  ['yyyy-mm-dd', 'гггг-мм-дд'],
  ['hh:mm ?m', 'чч:мм'],
  ['hh:mm', 'чч:мм'],
  ...monthNames.map((name, index) => /** @type {[string, string]} */ ([name, months[index]])),
  ...Object.entries(days),
]);

/** «1 знака», «2 знаков», «21 знака»: the genitive that follows «не больше» and «не меньше». */
const signs = (count) => counted(Number(count), 'знака', 'знаков', 'знаков');

/**
 * Texts with a number or a name in them; null where the words are none that we know.
 *
 * @type {[RegExp, (...found: any[]) => string | null][]}
 */
export const patterns = [
  [/^Field must have maximum length of (\d+)\.$/, (count, length) => `Не больше ${signs(count)}, сейчас ${length}.`],
  [/^Field must have minimum length of (\d+)\.$/, (count, length) => `Не меньше ${signs(count)}, сейчас ${length}.`],
  [/^Field must have minimum value of (.+)\.$/, (value) => `Не меньше ${value}.`],
  [/^Field must have maximum value of (.+)\.$/, (value) => `Не больше ${value}.`],
  [/^Field must match pattern (.+)\.$/, () => 'Запись не подходит по виду.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (count) => `После запятой не больше ${count} цифр.`],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    (lower, upper) => `Такое значение нельзя, ближайшие: ${lower} и ${upper}.`,
  ],
  [/^Expand all \((\d+)\)$/, (count) => `Показать все (${count})`],
  [/^Remove list item (\d+)$/, (number) => `Убрать строку ${number}`],
  [/^Click to sort by (.+) descending$/, (column) => `Сортировать по столбцу «${column}» по убыванию`],
  [/^Click to sort by (.+) ascending$/, (column) => `Сортировать по столбцу «${column}» по возрастанию`],
  [/^([A-Z][a-z]+) (\d{4})$/, (month, year) => (monthNames.includes(month) ? `${months[monthNames.indexOf(month)]} ${year}` : null)],
  [/^([A-Z][a-z]+) (\d+), (\d{4})$/, (month, day, year) =>
    monthNames.includes(month) ? `${day}.${String(monthNames.indexOf(month) + 1).padStart(2, '0')}.${year}` : null],
  [/^List of values .*E\.g\.: (.+)$/, (sample) => `Значения через запятую, например: ${sample.replace(' or ', ' или ')}`],
  [/^E\.g\.: (.+)$/, (sample) => `Например: ${sample.replace(' or ', ' или ')}`],
];
