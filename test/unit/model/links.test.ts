import assert from 'node:assert/strict';
import { ownQuery, ownTarget, sameSite, webTarget } from '../../../src/model/links';

const site = 'https://chat.example.org/team';

describe('webTarget', () => {
  const cases: [string, unknown][] = [
    [`${site}/channel/general`, { room: { type: 'c', name: 'general' } }],
    [`${site}/group/secret%20plans`, { room: { type: 'p', name: 'secret plans' } }],
    [`${site}/direct/aB3?msg=xY7`, { room: { type: 'd', name: 'aB3' }, message: 'xY7' }],
    [`${site}/channel/general/thread/tM1`, { room: { type: 'c', name: 'general' }, thread: 'tM1' }],
    [
      `${site}/channel/general/thread/tM1?msg=xY7`,
      { room: { type: 'c', name: 'general' }, thread: 'tM1', message: 'xY7' },
    ],
    [` ${site}/live/aB3 `, { room: { type: 'l', name: 'aB3' } }],
  ];
  for (const [href, expected] of cases)
    it(`reads ${href}`, () => {
      assert.deepEqual(webTarget(href, [site]), { server: site, ...(expected as object) });
    });

  const others = [
    'https://chat.example.org/teams/channel/general',
    'https://chat.example.org/channel/general',
    'https://chat.example.org:444/team/channel/general',
    'http://chat.example.org/team/channel/general',
    `${site}/channel/`,
    `${site}/channel/%E0%A4%A`,
    `${site}/admin/settings`,
    `${site}/constructor/general`,
    `${site}/home`,
    'javascript:alert(1)',
    'general',
    '',
  ];
  for (const href of others)
    it(`takes ${href === '' ? 'nothing' : href} for no room of that server`, () => {
      assert.equal(webTarget(href, [site]), undefined);
    });

  it('finds the server that it belongs to among several', () => {
    const sites = ['https://other.example.org', 'https://chat.example.org'];

    assert.equal(webTarget('https://chat.example.org/channel/a', sites)?.server, 'https://chat.example.org');
  });

  it('tells a server at the root from one below it', () => {
    const sites = ['https://chat.example.org', site];

    assert.equal(webTarget(`${site}/channel/a`, sites)?.server, site);
  });

  it('leaves out an id that cannot be one', () => {
    const target = webTarget(`${site}/channel/a?msg=${encodeURIComponent('../../x y')}`, [site]);

    assert.deepEqual(target, { server: site, room: { type: 'c', name: 'a' } });
  });
});

describe('ownTarget', () => {
  it('reads what ownQuery wrote', () => {
    const query = ownQuery({ server: site, room: 'GENERAL', message: 'xY7' });

    assert.deepEqual(ownTarget('/message', query), { server: site, room: { id: 'GENERAL' }, message: 'xY7' });
  });

  it('opens a room, and a thread in it', () => {
    const query = `${ownQuery({ server: `${site}/`, room: 'GENERAL' })}&tmid=tM1`;

    assert.deepEqual(ownTarget('/room', query), { server: site, room: { id: 'GENERAL' }, thread: 'tM1' });
  });

  const refused: [string, string][] = [
    ['/message', 'server=https://chat.example.org&rid=GENERAL'],
    ['/room', 'rid=GENERAL'],
    ['/room', 'server=file:///etc&rid=GENERAL'],
    ['/room', 'server=https://chat.example.org&rid=a/b'],
    ['/send', 'server=https://chat.example.org&rid=GENERAL&mid=a'],
  ];
  for (const [path, query] of refused)
    it(`takes ${path}?${query} for nothing`, () => {
      assert.equal(ownTarget(path, query), undefined);
    });
});

describe('sameSite', () => {
  it('does not mind a slash at the end or upper case in the host', () => {
    assert.equal(sameSite('https://Chat.example.org/team/', site), true);
  });

  it('tells servers at different paths apart', () => {
    assert.equal(sameSite('https://chat.example.org', site), false);
  });
});
