import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filled, plainName } from '../../../src/api/path';
import { anyText } from '../../support/anyText';
import { clientOf, failureFrom } from '../../support/clientOf';

const confirm = 'rooms.mediaConfirm/:rid/:fileId';

describe('filled', () => {
  it('puts arguments where they belong, and leaves the others', () => {
    const { path, rest } = filled(confirm, { rid: 'r', fileId: 'f', msg: 'm' }) ?? assert.fail();

    assert.equal(path, 'rooms.mediaConfirm/r/f');
    assert.deepEqual(JSON.parse(JSON.stringify(rest)), { msg: 'm' });
  });

  it('lets no argument lead to another path', () => {
    const part = fc.oneof(
      anyText,
      fc.constantFrom('..', '.', '../..', '%2e%2e', '..\\..', '/', '?x', '#x', ''),
    );

    fc.assert(
      fc.property(part, part, (rid, fileId) => {
        const found = filled(confirm, { rid, fileId });
        if (!found) return ['', '.', '..'].some((bad) => rid === bad || fileId === bad);

        const { pathname, search, hash } = new URL(`https://x.example/api/v1/${found.path}`);
        const parts = pathname.split('/').slice(4).map(decodeURIComponent);
        assert.deepEqual([parts, search, hash], [[rid, fileId], '', '']);
        return true;
      }),
    );
  });

  for (const rid of ['', '.', '..', undefined, 7]) {
    it(`finds no path for ${JSON.stringify(rid)}`, () => {
      assert.equal(filled('rooms.media/:rid', { rid }), undefined);
    });
  }
});

describe('plainName', () => {
  it('is what the server counts calls by', () => {
    assert.equal(plainName(confirm), 'rooms.mediaConfirm');
  });

  it('is the name itself where nothing is open', () => {
    assert.equal(plainName('method.call/readThreads'), 'method.call/readThreads');
  });
});

describe('a call that no address can hold', () => {
  it('says so instead of blaming the server', async () => {
    const client = clientOf({ url: 'http://127.0.0.1:9' }, { version: '8.8' });

    const { message } = await failureFrom(client.mediaConfirm({ rid: 'r', fileId: '..' }));

    assert.equal(message, 'An id or name is empty or made of dots, which no address can hold.');
  });
});
