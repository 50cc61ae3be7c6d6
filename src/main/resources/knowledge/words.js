// How the page says things.

const day = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Moscow' });
const plurals = new Intl.PluralRules('ru');

/** The name in the form's list of platforms. */
export const platformTitle = (id) => document.querySelector(`#platform option[value="${CSS.escape(id)}"]`)?.textContent ?? id;

export const states = { DRAFT: 'черновик', APPROVED: 'утверждён', WITHDRAWN: 'отозван' };

/** The filters in their order: what they are called and what they ask for. */
export const filters = [
  { id: 'APPROVED', title: 'Утверждённые', ask: { state: 'APPROVED' } },
  { id: 'DRAFT', title: 'Черновики', ask: { state: 'DRAFT' } },
  { id: 'STALE', title: 'Пора проверить', ask: { stale: true } },
  { id: 'WITHDRAWN', title: 'Отозванные', ask: { state: 'WITHDRAWN' } },
];

export const fields = {
  key: 'Ключ',
  question: 'Вопрос',
  answer: 'Ответ',
  category: 'Категория',
  subcategory: 'Подкатегория',
  owner: 'Ответственный',
  source: 'Источник',
  validFrom: 'Действует с',
  validUntil: 'Действует по',
  links: 'Ссылки',
};

export const outcomes = { created: 'новый', updated: 'изменится', unchanged: 'без изменений', rejected: 'не подойдёт' };

export const date = (iso) => day.format(new Date(iso)).replace(/\s*г\.$/, '');

/** «1 скрипт», «2 скрипта», «5 скриптов». */
export const count = (n, one, few, many) => `${n} ${{ one, few, many, other: few }[plurals.select(n)]}`;

export function term({ validFrom, validUntil }) {
  if (!validFrom && !validUntil) return null;
  return [validFrom ? `с ${date(validFrom)}` : null, validUntil ? `по ${date(validUntil)}` : null].filter(Boolean).join(' ');
}

export function use({ used, sent, kept, cameBack, escalated }) {
  if (!used) return 'ещё не вставляли';
  return [
    `вставляли ${count(used, 'раз', 'раза', 'раз')}`,
    sent ? `ушло ответов: ${sent}` : null,
    sent && kept !== null ? `в них осталось ${kept} % текста` : null,
    sent ? `человек написал снова: ${cameBack}` : null,
    escalated ? `понадобилась помощь других: ${escalated}` : null,
  ].filter(Boolean).join(', ');
}

/** What an import did, or would do. */
export const sum = ({ created, updated, unchanged, rejected }) =>
  `новых: ${created}, изменённых: ${updated}, без изменений: ${unchanged}, не подошло: ${rejected.length}`;
