// The form library of Tasklist knows English only. This puts our words in place of its own, inside forms and nowhere else.

import { onPage } from './page.js';

const months = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const monthNames =
  'January February March April May June July August September October November December'.split(' ');
const days = { Mon: 'пн', Tue: 'вт', Wed: 'ср', Thu: 'чт', Fri: 'пт', Sat: 'сб', Sun: 'вс' };

const exact = new Map([
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
  ...monthNames.map((name, index) => [name, months[index]]),
  ...Object.entries(days),
]);

/** «1 знака», «2 знаков», «21 знака»: the genitive that follows «не больше» and «не меньше». */
const signs = (count) => `${count} ${count % 10 === 1 && count % 100 !== 11 ? 'знака' : 'знаков'}`;

const patterns = [
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
  [/^(January|February|March|April|May|June|July|August|September|October|November|December) (\d+), (\d{4})$/,
    (month, date, year) => `${date}.${String(monthNames.indexOf(month) + 1).padStart(2, '0')}.${year}`],
];

/** The Russian for one text of the form library, or null when it is not one of its texts. */
export function russian(text, length = 0) {
  const known = exact.get(text.trim());
  if (known) return text.replace(text.trim(), known);
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(text.trim());
    if (found) return make(...found.slice(1), length);
  }
  return null;
}

const attributes = ['placeholder', 'title', 'aria-label', 'alt'];
const lengthErrors = new WeakMap();
// Where our own forms speak, every word is ours already and must not be touched.
const ours = '.fjs-form-field-html, .fjs-form-field-text, .fjs-form-field-label, textarea, td';

const typed = (node) => {
  const field = node.parentElement?.closest('.fjs-form-field')?.querySelector('textarea, input');
  return field ? field.value.trim().length : 0;
};

function turnText(node) {
  if (node.parentElement?.closest(ours) && !node.parentElement.closest('.flatpickr-calendar')) return;
  const english = lengthErrors.get(node)?.russian === node.data ? lengthErrors.get(node).english : node.data;
  const words = russian(english, typed(node));
  if (words === null || words === node.data) return;
  if (/ length of /.test(english)) lengthErrors.set(node, { english, russian: words });
  node.data = words;
}

function turn(root) {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.currentNode; node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) turnText(node);
    else
      for (const name of attributes) {
        const words = node.hasAttribute(name) ? russian(node.getAttribute(name)) : null;
        if (words) node.setAttribute(name, words);
      }
  }
}

const watched = new WeakSet();

function watch(form) {
  if (watched.has(form)) return;
  watched.add(form);
  const again = () => turn(form);
  new MutationObserver(again).observe(form, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
  form.addEventListener('input', again);
  again();
}

/** Starts to replace the words of every form and alert that Tasklist opens. */
export function speakRussianInForms() {
  if (document.documentElement.lang !== 'ru') return;
  onPage(() => {
    document.querySelectorAll('[cam-tasklist-form], [uib-alert], .flatpickr-calendar').forEach(watch);
  });
}
