import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { beginning, brief, date, deadline, duration, exact, fileSize, fullDate, moment, number, serverSays, time, when, whenWithYear } from '/kit/format.js';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

beforeEach(() => {
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-20T21:30:00Z') });
  serverSays('2026-11-20T21:30:00Z');
});
afterEach(() => mock.timers.reset());

test('a day is a day in Moscow, where it is the 21st already', () => {
  assert.equal(date('2026-11-20T20:59:59Z'), 'вчера');
  assert.equal(date('2026-11-20T21:00:00Z'), 'сегодня');
  assert.equal(date('2026-11-21T21:00:00Z'), 'завтра');
  assert.equal(date('2026-11-18T12:00:00Z'), '18 ноября');
  assert.equal(plain(date('2025-11-18T12:00:00Z')), '18 ноября 2025 г.');
});

test('times are Moscow times', () => {
  assert.equal(moment('2026-11-20T21:05:00Z'), 'сегодня 00:05');
  assert.equal(time('2026-11-20T07:05:00Z'), '10:05');
  assert.match(plain(exact('2026-11-20T21:05:00Z')), /^21 ноября 2026 г\. в 00:05:00 МСК$/);
  assert.equal(when('2026-11-20T21:05:00Z'), '21 ноября в 00:05');
  assert.match(plain(brief('2026-11-20T21:05:00Z')), /^21 нояб\., 00:05$/);
  assert.match(plain(whenWithYear('2026-11-20T21:05:00Z')), /^21 ноября 2026 г\. в 00:05$/);
  assert.equal(plain(fullDate('2026-11-20T21:05:00Z')), '21 ноября 2026');
});

test("the server's clock leads, whatever a header may say", () => {
  serverSays('2026-11-28T09:00:00Z');
  assert.equal(date('2026-11-28T08:00:00Z'), 'сегодня');
  for (const nonsense of [null, '', 'soon']) serverSays(nonsense);
  assert.equal(date('2026-11-28T08:00:00Z'), 'сегодня');
});

test('a deadline says how long there is, and how urgent that is', () => {
  const after = (minutes) => deadline(new Date(Date.now() + minutes * 60_000).toISOString());
  assert.equal(deadline(null), null);
  assert.deepEqual(after(-0.5), { text: 'просрочено на минуту', state: 'overdue' });
  assert.deepEqual(after(-90), { text: 'просрочено на 1 ч 30 мин', state: 'overdue' });
  assert.deepEqual(after(-3 * 1440), { text: 'просрочено на 3 дн.', state: 'overdue' });
  assert.deepEqual(after(59), { text: 'через 59 мин', state: 'soon' });
  assert.deepEqual(after(60), { text: 'через 1 ч', state: 'calm' });
  assert.deepEqual(after(1440), { text: 'завтра 00:30', state: 'calm' });
  assert.deepEqual(after(3 * 1440), { text: 'до 24 ноября 00:30', state: 'calm' });
});

test('durations, numbers and sizes', () => {
  assert.equal(duration('PT1S'), '1 с');
  assert.equal(duration('PT15M'), '15 мин');
  assert.equal(duration('P1D'), '1 сут');
  assert.equal(duration('P1W'), 'P1W');
  assert.equal(plain(number(1234567)), '1 234 567');
  assert.equal(fileSize(1023), plain('1 023 Б').replace(' 0', '\u00a00'));
  assert.equal(fileSize(1024), '1 КБ');
  assert.equal(fileSize(1.5 * 1024 * 1024), '1,5 МБ');
});

test('the beginning of a text is one line', () => {
  assert.equal(beginning('  Добрый\n\nдень ', 20), 'Добрый день');
  assert.equal(beginning('а'.repeat(21), 20), `${'а'.repeat(20)}…`);
});
