import assert from 'node:assert/strict';
import { Rejection } from '../../server/failures';
import { checkAttachments } from '../../server/world/attachments';
import { town, worldOf } from './town';

const world = worldOf(town(), { Site_Url: 'https://example.com/chat' });

function refusal(attachment: Record<string, unknown>): unknown {
  try {
    checkAttachments(world, [attachment]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return error.body['error'];
  }
}

describe('an attachment', () => {
  const fine: readonly Record<string, unknown>[] = [
    { title: 'x', title_link: 'https://a.example', color: '#fff', collapsed: false, ts: 1 },
    { image_url: '/chat/file-upload/id/x.png', image_size: 1, image_dimensions: { width: 1 } },
    { thumb_url: 'data:image/png;base64,AA' },
    { fields: [{ title: 'a', value: 'b', short: true }], text: null },
    { actions: [{ type: 'button', text: 'x', url: 'http://a.example' }] },
  ];
  for (const attachment of fine) {
    it(`may be ${JSON.stringify(attachment)}`, () => {
      assert.equal(refusal(attachment), undefined);
    });
  }

  const noLink = 'Invalid href value provided';
  const bad: readonly [attachment: Record<string, unknown>, error: string][] = [
    [{ title_link: 'javascript:alert(1)' }, noLink],
    [{ image_url: '/file-upload/id/x.png' }, noLink],
    [{ author_icon: '/avatar/ann' }, noLink],
    [{ message_link: 5 }, 'Match error: Expected string, got number'],
    [{ actions: [{ url: 'javascript:alert(1)' }] }, noLink],
    [{ actions: 'x' }, 'Match error: Expected array, got string'],
    [{ fields: [{ title: 'a' }] }, 'Invalid attachment field, title and value is required'],
    [{ fields: [{ title: 'a', value: 'b', short: 'yes' }] }, 'Match error: Expected boolean, got string'],
    [{ title_link_download: 'yes' }, 'Match error: Expected boolean, got string'],
    [{ ts: true }, 'Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation'],
  ];
  for (const [attachment, error] of bad) {
    it(`may not be ${JSON.stringify(attachment)}`, () => {
      assert.equal(refusal(attachment), error);
    });
  }
});
