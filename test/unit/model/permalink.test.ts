import assert from 'node:assert/strict';
import { permalink } from '../../../src/model/permalink';
import { message } from '../../support/makers/message';
import { direct, room } from '../../support/makers/room';

const site = 'https://chat.example.org/team';

describe('permalink', () => {
  const rooms: [string, ReturnType<typeof room>, string][] = [
    ['a channel', room('general'), 'channel/general'],
    ['a private group', room('r', { type: 'p', slug: 'secret' }), 'group/secret'],
    [
      'a discussion by its random name',
      room('r', { type: 'p', kind: 'discussion', slug: 'xK3' }),
      'group/xK3',
    ],
    ['a direct message by its id', direct('annbob'), 'direct/annbob'],
    ['a customer by its id', room('r', { type: 'l', slug: undefined }), 'live/r'],
    ['a name that is no word of an address', room('r', { slug: 'ä/b?c' }), 'channel/%C3%A4%2Fb%3Fc'],
  ];
  for (const [name, one, path] of rooms) {
    it(`leads to ${name}`, () => {
      assert.equal(permalink(site, one), `${site}/${path}`);
    });
  }

  it('leads to a message', () => {
    assert.equal(permalink(site, room('general'), message('m')), `${site}/channel/general?msg=m`);
  });

  it('leads to a reply in its thread', () => {
    const reply = message('m', { thread: message('first').id });

    assert.equal(permalink(site, room('general'), reply), `${site}/channel/general/thread/first?msg=m`);
  });
});
