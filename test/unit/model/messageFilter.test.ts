import assert from 'node:assert/strict';
import type { Message } from '../../../src/model/message';
import { messageFilter } from '../../../src/model/messageFilter';
import { message } from '../../support/makers/message';

const author = { id: 'zoe-id', username: 'zoe.b', name: 'Zoë', realName: 'Zoë Brandt' };

describe('messageFilter', () => {
  const cases: [string, string, Partial<Message>, boolean][] = [
    ['the text', 'deploy', { text: 'Who deploys on Friday?' }, true],
    ['the text whatever its capitals', 'DEPLOY', { text: 'deploy' }, true],
    ['the text whatever its accents', 'cafe', { text: 'At the Café' }, true],
    ['accents that are typed only', 'café', { text: 'cafe' }, true],
    ['the user name', 'zoe.b', { author }, true],
    ['the name for people', 'zoe', { author }, true],
    ['the real name', 'brandt', { author }, true],
    ['the name of a file', 'plan.pdf', { files: [{ _id: 'f', name: 'Q3 Plan.pdf' }] }, true],
    ['the title of an attachment', 'version 2', { attachments: [{ title: 'Version 2.1' }] }, true],
    ['nothing else', 'deploy', { text: 'lunch?', attachments: [{ text: 'deploy' }] }, false],
  ];
  for (const [name, text, over, expected] of cases) {
    it(`finds a message by ${name}`, () => {
      assert.equal(messageFilter(text).matches(message('m', over)), expected);
    });
  }

  it('takes no notice of blanks around what was typed', () => {
    const filter = messageFilter('  deploy ');

    assert.deepEqual([filter.text, filter.matches(message('m', { text: 'deploy' }))], ['deploy', true]);
  });
});
