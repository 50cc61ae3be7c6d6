import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, plural } from '/kit/plurals.js';

const channels = (n) => plural(n, 'канал', 'канала', 'каналов');

test('the noun follows the last digit, except after eleven to fourteen', () => {
  const forms = { канал: [1, 21, 101, 1001], канала: [2, 3, 4, 22, 104], каналов: [0, 5, 9, 11, 12, 14, 20, 111, 112, 114, 1000] };
  for (const [form, numbers] of Object.entries(forms)) {
    for (const n of numbers) assert.equal(channels(n), form, String(n));
  }
});

test('a fraction takes the form of two', () => assert.equal(channels(1.5), 'канала'));

test('the number stands before its noun', () => assert.equal(counted(5, 'день', 'дня', 'дней'), '5 дней'));
