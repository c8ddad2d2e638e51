import assert from 'node:assert/strict';
import type { WireMessageUrl } from '../../../src/api/wire';
import { messageFromWire } from '../../../src/model/message';
import { rewritingFrom } from '../../../src/model/messageEditing';
import { wireMessage } from '../../support/makers/message';

const url = 'https://example.org/a';
const msg = `See ${url}).`;

const sent = (link: Partial<WireMessageUrl> = {}) =>
  messageFromWire(wireMessage('m1', { msg, urls: [{ url, ...link }] }), 'ann-id');
const hidden = sent({ ignoreParse: true });

describe('What a form asks of a message that was sent', () => {
  for (const [what, message, form, asked] of [
    ['nothing where nothing was changed', sent(), { text: msg }, undefined],
    ['nothing where previews stay hidden', hidden, { text: msg, parseUrls: false }, undefined],
    ['the text alone', sent(), { text: 'No' }, { text: 'No' }],
    ['previews hidden as before', hidden, { text: 'No', parseUrls: false }, { text: 'No', previewUrls: [] }],
    ['previews hidden from now on', sent(), { text: msg, parseUrls: false }, { text: msg, previewUrls: [] }],
  ] as const)
    it(what, () => {
      assert.deepEqual(rewritingFrom(message, form), asked);
    });

  for (const parseUrls of [true, undefined])
    it(`previews shown from now on, said as ${String(parseUrls)}`, () => {
      const asked = rewritingFrom(hidden, { text: msg, parseUrls });

      assert.ok(asked?.previewUrls?.includes(url));
    });
});
