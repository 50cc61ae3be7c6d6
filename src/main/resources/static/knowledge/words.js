// How the page says things.

import { fullDate } from '/kit/format.js';
import { counted } from '/kit/plurals.js';

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

export function term({ validFrom, validUntil }) {
  if (!validFrom && !validUntil) return null;
  return [validFrom ? `с ${fullDate(validFrom)}` : null, validUntil ? `по ${fullDate(validUntil)}` : null].filter(Boolean).join(' ');
}

export function use({ used, sent, kept, cameBack, escalated }) {
  if (!used) return 'ещё не вставляли';
  return [
    `вставляли ${counted(used, 'раз', 'раза', 'раз')}`,
    sent ? `ушло ответов: ${sent}` : null,
    sent && kept !== null ? `в них осталось ${kept} % текста` : null,
    sent ? `человек написал снова: ${cameBack}` : null,
    escalated ? `понадобилась помощь других: ${escalated}` : null,
  ].filter(Boolean).join(', ');
}

/** What an import did, or would do. */
export const sum = ({ created, updated, unchanged, rejected }) =>
  `новых: ${created}, изменённых: ${updated}, без изменений: ${unchanged}, не подошло: ${rejected.length}`;
