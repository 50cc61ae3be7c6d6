import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastDay, outcomesIn, refusal } from '../../main/resources/static/advocates/words.js';
import { casesIn, examples, incidentsIn, progress, toCases } from '../../main/resources/static/incidents/words.js';
import { term, use } from '../../main/resources/static/knowledge/words.js';
import { kept } from '../../main/resources/static/people/words.js';
import { exact, patterns } from '../../main/resources/META-INF/resources/webjars/camunda/app/tasklist/desk/vocabulary.js';

const russian = (english, length) => {
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(english);
    if (found) return make(...found.slice(1), length);
  }
  return null;
};

test("Tasklist's faults with a number in them", () => {
  assert.equal(russian('Field must have maximum length of 4000.', 4001), 'Не больше 4000 знаков, сейчас 4001.');
  assert.equal(russian('Field must have minimum length of 21.', 3), 'Не меньше 21 знака, сейчас 3.');
  assert.equal(russian('Field must have minimum length of 11.', 3), 'Не меньше 11 знаков, сейчас 3.');
  assert.equal(russian('November 2026'), 'ноябрь 2026');
  assert.equal(russian('Moonday 2026'), null);
  assert.equal(exact.get('Monday'), 'понедельник');
});

test('problems and appeals agree with their numbers', () => {
  assert.equal(casesIn(21), '21 обращение');
  assert.equal(toCases(1), '1 обращению');
  assert.equal(toCases(3), '3 обращениям');
  assert.equal(incidentsIn(5), '5 проблем');
});

test('the sending says only what there is', () => {
  assert.deepEqual(progress({ state: 'SENDING', counts: { HANDED: 5, CHOSEN: 2 }, published: 3 }),
    [['опубликовано', 3], ['в пути', 2], ['ждут очереди', 2]]);
  assert.deepEqual(progress({ state: 'OPEN', counts: {}, published: 0 }), []);
});

test('examples are different and few', () =>
  assert.deepEqual(examples(['а', 'а ', ' ', 'б', 'в', 'г'].map((words) => ({ words }))), ['а', 'б', 'в']));

test('a script says when it holds and what it was good for', () => {
  assert.equal(term({ validFrom: null, validUntil: null }), null);
  assert.equal(term({ validFrom: '2026-11-01', validUntil: null }).replace(/\u00a0/g, ' '), 'с 1 ноября 2026');
  assert.equal(use({ used: 0 }), 'ещё не вставляли');
  assert.equal(use({ used: 22, sent: 0, kept: null, cameBack: 0, escalated: 1 }), 'вставляли 22 раза, понадобилась помощь других: 1');
});

test('a consent ends on its last day, and a refusal names the field', () => {
  assert.equal(lastDay('2026-11-30T21:00:00Z').replace(/\u00a0/g, ' '), '30 ноября 2026');
  assert.equal(outcomesIn({ posts: 0 }), 'постов ещё не было');
  assert.equal(refusal({ field: 'name', message: 'Поле name: пусто' }), 'Проверьте поле «имя»: пусто');
  assert.equal(refusal({ message: 'Нет связи' }), 'Нет связи');
});

test('only what is kept of a person is listed', () =>
  assert.deepEqual(kept({ rows: { appeals: 2, messages: 0 }, files: 1 }), [['Обращения', 2], ['Файлы', 1]]));
