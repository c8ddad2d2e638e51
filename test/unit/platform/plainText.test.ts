import assert from 'node:assert/strict';
import { plainText } from '../../../src/platform/plainText';

describe('plainText', () => {
  /** As VS Code finds links in notifications, prompts and verdicts. */
  const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
  const icon = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/;

  for (const text of [
    '[open](command:workbench.action.quit)',
    'a [b](https://evil.example) c',
    '[a](b) [c](file:///etc/passwd "title")',
    '[[a](command:x)](command:y)',
  ]) {
    it(`has no link: ${text}`, () => {
      assert.match(text, link);
      assert.doesNotMatch(plainText(text), link);
    });
  }

  it('has no icon', () => {
    assert.match('$(error) room', icon);
    assert.doesNotMatch(plainText('$(error) \\$(gear~spin) room'), icon);
  });

  it('reads the same, also when it is made plain twice', () => {
    const text = 'see [the list](https://example.org) for $(make)';

    const plain = plainText(text);

    assert.equal(plain.replaceAll('\u200b', ''), text);
    assert.equal(plainText(plain), plain);
  });

  it('leaves other texts alone', () => {
    const text = 'Room #general: [1] (two) costs $3 (net), a(b) c[0]';

    assert.equal(plainText(text), text);
  });
});
