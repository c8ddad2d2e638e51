import assert from 'node:assert/strict';
import { setRoomAvatar } from '../../server/world/avatars';
import { stripedPng } from '../../server/world/pictures';
import { type Item, ask, itemIn, listIn } from '../../support/ask';
import { formOf, sendForm } from '../../support/sendForm';
import { eachWithServer } from '../../support/standIn';
import { noon, roomIn, town } from './town';

const bytes = stripedPng({ width: 20, height: 10 });
const photo = () => new File([bytes], 'me.png', { type: 'image/png' });
const address = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

describe('users.setAvatar', () => {
  const server = eachWithServer({ data: town(), now: noon });
  const set = (as: string, body: Item) => ask(server(), 'POST users.setAvatar', { as, body });
  const upload = (as: string, form: FormData) => sendForm(server(), 'users.setAvatar', { as, form });
  const avatar = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server().url}/avatar/${path}`, { headers });
  const etag = (name: string) => server().world.users.byUsername(name)?.avatarETag;

  it('takes a picture, which then is shown under the name and the id', async () => {
    const { status, body } = await upload('ann', formOf(['image', photo()]));

    const shown = await Promise.all(['ann', 'uid/ann-id'].map((path) => avatar(path)));
    assert.deepEqual([status, body], [200, { success: true }]);
    assert.deepEqual(await Promise.all(shown.map(async (one) => Buffer.from(await one.arrayBuffer()))), [
      Buffer.from(bytes),
      Buffer.from(bytes),
    ]);
    assert.equal(shown[0]?.headers.get('content-type'), 'image/png');
    assert.match(etag('ann') ?? '', /^[0-9a-f]{24}$/);
  });

  it('takes a picture that cannot be read', async () => {
    const { status } = await upload('ann', formOf(['image', new File(['x'], 'a', { type: 'image/png' })]));

    assert.deepEqual([status, await (await avatar('ann')).text()], [200, 'x']);
  });

  it('takes an address', async () => {
    const { status } = await set('ann', { avatarUrl: address });

    assert.deepEqual([status, (await avatar('ann')).headers.get('content-type')], [200, 'image/png']);
  });

  it('lets a client keep the picture until there is another', async () => {
    await set('ann', { avatarUrl: address });
    const modified = (await avatar('ann')).headers.get('last-modified') ?? '';

    assert.equal((await avatar('ann', { 'If-Modified-Since': modified })).status, 304);
    assert.equal((await avatar('ann', { 'If-Modified-Since': noon })).status, 200);
  });

  const places: [method: string, query: Record<string, string>, list?: string][] = [
    ['GET users.info', { username: 'ann' }],
    ['GET spotlight', { query: '@ann' }, 'users'],
    ['GET users.autocomplete', { selector: '{"term":"ann"}' }, 'items'],
    ['GET users.list', {}, 'users'],
  ];
  for (const [method, query, list] of places) {
    it(`is told by ${method}`, async () => {
      await set('ann', { avatarUrl: address });

      const { body } = await ask(server(), method, { as: 'ann', query });

      const user = list === undefined ? itemIn(body, 'user') : listIn(body, list)[0];
      assert.equal(user?.['avatarETag'], etag('ann'));
    });
  }

  it('tells who listens', async () => {
    const heard: unknown[] = [];
    server().world.events.on('avatar', (...told) => heard.push(told));

    await set('ann', { avatarUrl: address });

    assert.deepEqual(heard, [[{ username: 'ann' }, etag('ann')]]);
  });

  const refusals: [name: string, body: Item, status: number, error: string][] = [
    ['of others', { avatarUrl: address, username: 'bob' }, 403, 'unauthorized'],
    [
      'of an address that leads nowhere',
      { avatarUrl: 'http://127.0.0.1:1/a b' },
      400,
      'Invalid avatar URL: http://127.0.0.1:1/a%20b [error-avatar-invalid-url]',
    ],
    [
      'of an address of something else',
      { avatarUrl: 'data:text/plain,hello' },
      400,
      'Invalid avatar URL: data:text/plain,hello [error-avatar-invalid-url]',
    ],
    ['of nothing', {}, 400, 'Unsupported content type: application/json'],
    ['with a key too many', { picture: address }, 400, 'must NOT have additional properties'],
  ];
  for (const [name, body, status, error] of refusals) {
    it(`refuses pictures ${name}`, async () => {
      const answer = await set('ann', body);

      assert.deepEqual([answer.status, answer.body['error']], [status, error]);
      assert.equal(etag('ann'), undefined);
    });
  }

  const forms: [name: string, form: FormData, error: string][] = [
    ['without a file', formOf(['username', 'ann']), '[No file uploaded]'],
    ['under another name', formOf(['file', photo()]), '[invalid-field]'],
    [
      'of text',
      formOf(['image', new File(['hello'], 'a.txt', { type: 'text/plain' })]),
      'File type is not accepted. [error-invalid-file-type]',
    ],
    ['for somebody else', formOf(['image', photo()], ['username', 'bob']), 'Not allowed [error-not-allowed]'],
    [
      'for nobody',
      formOf(['image', photo()], ['userId', 'nobody']),
      'The optional "userId" or "username" param provided does not match any users [error-invalid-user]',
    ],
  ];
  for (const [name, form, error] of forms) {
    it(`refuses a form ${name}`, async () => {
      const { status, body } = await upload('ann', form);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('lets an administrator choose for others', async () => {
    await upload('root', formOf(['image', photo()], ['username', 'bob']));

    assert.deepEqual([etag('root'), typeof etag('bob')], [undefined, 'string']);
  });

  it('is refused where the workspace does not allow it', async () => {
    server().settings.set('Accounts_AllowUserAvatarChange', false);

    const { body } = await set('ann', { avatarUrl: address });

    assert.equal(body['error'], 'Change avatar is not allowed [error-not-allowed]');
  });

  it('is undone by users.resetAvatar', async () => {
    await set('ann', { avatarUrl: address });

    await ask(server(), 'POST users.resetAvatar', { as: 'ann', body: { username: 'ann' } });

    assert.deepEqual(
      [etag('ann'), (await avatar('ann')).headers.get('content-type')],
      [undefined, 'image/svg+xml'],
    );
  });

  const resets: [body: Item, error: string][] = [
    [{ username: 'bob' }, 'Reset avatar is not allowed [error-not-allowed]'],
    [{}, 'The required "userId" or "username" param was not provided [error-user-param-not-provided]'],
  ];
  for (const [body, error] of resets) {
    it(`refuses users.resetAvatar of ${JSON.stringify(body)}`, async () => {
      const answer = await ask(server(), 'POST users.resetAvatar', { as: 'ann', body });

      assert.deepEqual([answer.status, answer.body['error']], [400, error]);
    });
  }
});

describe('users.getAvatar', () => {
  const server = eachWithServer({ data: town(), now: noon });

  it('leads to the picture', async () => {
    const headers = { 'X-User-Id': 'ann-id', 'X-Auth-Token': 'ann-token' };
    const address = `${server().url}/api/v1/users.getAvatar?username=bob`;

    const response = await fetch(address, { headers, redirect: 'manual' });

    assert.deepEqual(
      [response.status, response.headers.get('location')],
      [307, `${server().url}/avatar/bob`],
    );
  });

  it('knows nobody of that name', async () => {
    const { status, body } = await ask(server(), 'GET users.getAvatar', {
      as: 'ann',
      query: { userId: 'x' },
    });

    assert.deepEqual([status, body['errorType']], [400, 'error-invalid-user']);
  });
});

describe('setRoomAvatar', () => {
  const server = eachWithServer({ data: town(), now: noon });
  const set = (dataUri: string) => {
    const { world } = server();
    const by = world.users.byUsername('ann') ?? assert.fail('no ann');
    setRoomAvatar(world, { room: roomIn(world, 'dev'), by, dataUri });
  };
  const type = async (rid: string) =>
    (await fetch(`${server().url}/avatar/room/${rid}`)).headers.get('content-type');

  it('shows the picture for the room and its discussions, and tells the room', async () => {
    set(address);

    assert.deepEqual([await type('dev'), await type('talk')], ['image/png', 'image/png']);
    assert.deepEqual(
      server()
        .world.messages.inRoom('dev')
        .map(({ t }) => t),
      ['room_changed_avatar'],
    );
  });

  it('is what rooms.saveRoomSettings does', async () => {
    const body = { rid: 'dev', roomAvatar: address };
    const { status } = await ask(server(), 'POST rooms.saveRoomSettings', { as: 'ann', body });

    assert.deepEqual([status, await type('dev')], [200, 'image/png']);
  });

  it('takes the picture away', async () => {
    set(address);

    set('');

    assert.deepEqual(
      [await type('dev'), roomIn(server().world, 'dev').avatarETag],
      ['image/svg+xml', undefined],
    );
  });
});
