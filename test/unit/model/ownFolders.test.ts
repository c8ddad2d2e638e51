import assert from 'node:assert/strict';
import { withoutOwnFolders, type OwnFolder } from '../../../src/model/ownFolders';

const unix: OwnFolder = { path: '/home/ann/c++ app', name: '' };
const windows: OwnFolder = { path: 'c:\\Users\\Ann Lee\\app', name: '' };

const rows: readonly (readonly [string, OwnFolder[], string, string])[] = [
  ['says paths of the workspace from there on', [unix], "'/home/ann/c++ app/src/a.ts'", "'src/a.ts'"],
  ['names the folder where there are several', [{ ...unix, name: 'app' }], '/home/ann/c++ app/a', 'app/a'],
  ['knows Windows by either slash and case', [windows], 'C:/Users/Ann Lee/app/a.ts', 'a.ts'],
  ['keeps the slashes behind it', [windows], 'c:\\Users\\Ann Lee\\app\\b\\a.ts', 'b\\a.ts'],
  ['tells of no home', [unix], '/home/ann/.cache/x and /Users/ann/y', '~/.cache/x and ~/y'],
  ['tells of no home on Windows', [], 'D:\\Users\\Ann Lee\\x.h(1)', '~\\x.h(1)'],
  ['tells of no home in an address of a file', [], 'file:///home/ann/x', 'file://~/x'],
  ['leaves addresses alone', [unix], 'https://acme.io/home/ann/x', 'https://acme.io/home/ann/x'],
  [
    'leaves other paths alone',
    [unix],
    '/usr/include/x.h, /api/home/ann/x',
    '/usr/include/x.h, /api/home/ann/x',
  ],
];

describe('withoutOwnFolders', () => {
  for (const [behaviour, folders, text, told] of rows)
    it(behaviour, () => {
      assert.equal(withoutOwnFolders(text, folders), told);
    });
});
