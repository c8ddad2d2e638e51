import assert from 'node:assert/strict';
import { circlesIn, importsIn } from '../../support/imports';

describe('importsIn', () => {
  const cases: [line: string, to: string, isType: boolean][] = [
    ["import { a } from './b';", 'x/b', false],
    ["import { a } from '../y/b';", 'y/b', false],
    ["import type { A } from './b';", 'x/b', true],
    ["import { type A, type B } from './b';", 'x/b', true],
    ["import { type A, b } from './b';", 'x/b', false],
    ["import {\n  a,\n  type B,\n} from './b';", 'x/b', false],
    ["import {\n  type A,\n  type B,\n} from './b';", 'x/b', true],
    ["import * as vscode from 'vscode';", 'vscode', false],
    ["import './b';", 'x/b', false],
    ["export { a } from './b';", 'x/b', false],
    ["export type { A } from './b';", 'x/b', true],
    ["const later = await import('./b');", 'x/b', false],
  ];

  for (const [line, to, isType] of cases) {
    it(`reads ${line}`, () => {
      assert.deepEqual(importsIn('x/a.ts', line), [{ from: 'x/a', to, isPackage: to === 'vscode', isType }]);
    });
  }

  it('reads nothing into other lines', () => {
    const text = "export const from = 'here';\n// import { a } from './b';\nexport function imported() {}\n";

    assert.deepEqual(importsIn('x/a.ts', text), []);
  });
});

describe('circlesIn', () => {
  const needs = (...pairs: [string, string][]) =>
    pairs.map(([from, to]) => ({ from, to, isPackage: false, isType: false }));

  it('finds what leads back to itself', () => {
    assert.deepEqual(circlesIn(needs(['a', 'b'], ['b', 'c'], ['c', 'b'])), [['b', 'c', 'b']]);
  });

  it('finds a module that needs itself', () => {
    assert.deepEqual(circlesIn(needs(['a', 'a'])), [['a', 'a']]);
  });

  it('lets two ways to the same module pass', () => {
    assert.deepEqual(circlesIn(needs(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd'])), []);
  });

  it('does not count types', () => {
    const types = needs(['a', 'b'], ['b', 'a']).map((one) => ({ ...one, isType: one.from === 'b' }));

    assert.deepEqual(circlesIn(types), []);
  });
});
