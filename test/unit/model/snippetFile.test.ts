import assert from 'node:assert/strict';
import type { Snippet } from '../../../src/model/snippet';
import { snippetFile } from '../../../src/model/snippetFile';
import { snippet } from '../../support/fakes/sharing';

const nameAndType = (over: Partial<Snippet>) => {
  const { name, type } = snippetFile(snippet(over));
  return [name, type];
};

describe('snippetFile', () => {
  const named: Record<string, [Partial<Snippet>, string, string]> = {
    'a file by its own name': [{ path: 'src/deep/a.test.ts' }, 'a.test.ts', 'text/plain'],
    'a file without an ending as it is called': [
      { path: 'build/Dockerfile', language: 'dockerfile' },
      'Dockerfile',
      'text/plain',
    ],
    'a hidden file as it is called': [{ path: '.env', language: 'dotenv' }, '.env', 'text/plain'],
    'JSON with its type': [{ path: 'package.json', language: 'json' }, 'package.json', 'application/json'],
    'output without a language': [{ kind: 'output', path: '', language: '' }, 'output.txt', 'text/plain'],
    'output in a language': [
      { kind: 'output', path: '', language: 'shellscript' },
      'output.sh',
      'text/plain',
    ],
    'changes of several files': [{ kind: 'diff', path: '', language: 'diff' }, 'changes.diff', 'text/x-diff'],
    'changes of one file': [{ kind: 'diff', path: 'src/a.ts', language: 'diff' }, 'a.ts.diff', 'text/x-diff'],
    'a language that is called like a thing of JavaScript': [
      { kind: 'output', path: '', language: 'constructor' },
      'output.txt',
      'text/plain',
    ],
  };
  for (const [what, [over, ...expected]] of Object.entries(named)) {
    it(`names ${what}`, () => {
      assert.deepEqual(nameAndType(over), expected);
    });
  }

  it('keeps a whole file byte for byte', () => {
    const pieces = [{ code: '\tx();\r\n\ty();', isWhole: true }];

    assert.equal(snippetFile(snippet({ pieces })).text, '\tx();\r\n\ty();');
  });

  it('writes pieces below each other without their common indentation', () => {
    const pieces = [{ code: '  a();\n    b();' }, { code: '  c();' }];

    assert.equal(snippetFile(snippet({ pieces })).text, 'a();\n  b();\n\nc();\n');
  });

  it('writes what is said where there is no code', () => {
    const words = [
      { markdown: '`f`', plain: 'f (a.ts:1)' },
      { markdown: '`g`', plain: 'g (a.ts:2)' },
    ];

    assert.equal(snippetFile(snippet({ pieces: [], words })).text, 'f (a.ts:1)\ng (a.ts:2)\n');
  });
});
