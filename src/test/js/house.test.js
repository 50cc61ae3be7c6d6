import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../main/resources/', import.meta.url));
const sandbox = fileURLToPath(new URL('../../sandbox/resources/', import.meta.url));
const static_ = join(main, 'static');
const scripts = [main, sandbox].flatMap((root) =>
  readdirSync(root, { recursive: true }).map((name) => join(root, String(name))).filter((name) => name.endsWith('.js')));

const importsOf = (file) => [...readFileSync(file, 'utf8').matchAll(/^import\s[^;]*?from\s+'([^']+)';/gms)]
  .map(([, wanted]) => (wanted.startsWith('/') ? join(static_, wanted) : resolve(dirname(file), wanted)));

test('there are scripts, and what they import is there', () => {
  assert.ok(scripts.length > 50);
  for (const file of scripts) {
    for (const wanted of importsOf(file)) assert.ok(scripts.includes(wanted), `${file} imports ${wanted}`);
  }
});

test('no script imports itself in a circle', () => {
  const done = new Set();
  const walk = (file, path) => {
    assert.ok(!path.includes(file), [...path, file].join(' → '));
    if (done.has(file)) return;
    importsOf(file).forEach((next) => walk(next, [...path, file]));
    done.add(file);
  };
  scripts.forEach((file) => walk(file, []));
});

test('a page imports the kit and its own files, never those of another page', () => {
  for (const file of scripts) {
    for (const wanted of importsOf(file)) {
      assert.ok(dirname(wanted) === dirname(file) || dirname(wanted) === join(static_, 'kit'), `${file} imports ${wanted}`);
    }
  }
});
