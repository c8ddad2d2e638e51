import assert from 'node:assert/strict';
import { CancellationError } from 'vscode';
import type { Tools } from '../../src/accounts/flow';
import { signIn, signInAgain } from '../../src/accounts/signIn';
import { connect } from '../../src/api/connect';
import { probe } from '../../src/api/probe';
import { ScriptedAsk, type Move } from '../support/fakes/scriptedAsk';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';
import { person, workspace } from '../support/workspace';

const token = 'Qm7vT2xKc9Lw4RzYbN8sHd3FgJ6pA1eUoI5tXqVnM0k';
const eve = person('eve', { accessTokens: [{ name: 'vscode', token }] });
const mia = person('mia', { emailSecondFactor: true });

describe('Signing in', () => {
  const server = eachWithServer({ data: workspace(eve, mia) });
  let opened: string[];

  beforeEach(() => (opened = []));

  function tools(ask: ScriptedAsk, over: Partial<Tools> = {}): Tools {
    return {
      ask,
      probe,
      connect: (url, credentials) => connect(url, { credentials }),
      openExternal: (address) => {
        opened.push(address);
        return Promise.resolve();
      },
      ...over,
    };
  }

  /** The server's address is in the box already: `enter` takes it. */
  function follow(moves: Move[], over: Partial<Tools> = {}) {
    const ask = new ScriptedAsk(moves);
    return { ask, signedIn: signIn(tools(ask, over), server().url) };
  }

  const byPassword = ['enter', { choose: 'Password' }] satisfies Move[];
  const byToken = ['enter', { choose: 'Access Token' }] satisfies Move[];

  it('takes user name and password, and keeps the token alone', async () => {
    const { signedIn, ask } = follow([...byPassword, 'ann', 'ann-password']);

    const { account: signed, token: given } = await signedIn;

    assert.deepEqual([signed.username, signed.userId, signed.signedInBy], ['ann', 'ann-id', 'password']);
    assert.equal(signed.server, server().url);
    assert.equal(JSON.stringify(signed).includes('password":'), false);
    assert.equal(server().world.users.byToken(given)?.username, 'ann');
    assert.deepEqual(
      ask.shown.map(({ place }) => place),
      ['1/4', '2/4', '3/4', '4/4'],
    );
  });

  it('says a wrong password in place and keeps the user name', async () => {
    const { signedIn, ask } = follow([...byPassword, 'ann', 'wrong', 'ann-password']);

    const { account: signed } = await signedIn;

    assert.equal(signed.username, 'ann');
    assert.deepEqual(ask.said, ['User name or password is wrong.']);
  });

  it('loses nothing that was typed when going back', async () => {
    const moves: Move[] = [
      ...byPassword,
      'ann',
      'wrong',
      'back',
      'back',
      { choose: 'Password' },
      'enter',
      'ann-password',
    ];
    const { signedIn, ask } = follow(moves);

    await signedIn;

    assert.deepEqual(ask.shown.map(({ value }) => value).slice(2), ['', '', 'ann', '', 'ann', 'wrong']);
  });

  it('leaves quietly', async () => {
    await assert.rejects(follow([...byPassword, 'leave']).signedIn, CancellationError);
  });

  describe('with a second factor', () => {
    it('takes the code that came by e-mail, sent again on demand', async () => {
      const { codes } = server();
      const first = follow([...byPassword, 'mia', 'mia-password', { press: 'Again' }, 'leave']);
      await assert.rejects(first.signedIn, CancellationError);
      const code = codes.lastFor('mia-id') ?? '';
      const { signedIn, ask } = follow([
        ...byPassword,
        'mia',
        'mia-password',
        ` ${code.slice(0, 3)} ${code.slice(3)}`,
      ]);

      const { account: signed } = await signedIn;

      assert.equal(signed.username, 'mia');
      assert.deepEqual(first.ask.said, ['A new code is on its way.']);
      assert.match(ask.lastPrompt, /sent to your e-mail address/);
    });

    it('ends after three wrong codes', async () => {
      const wrong = server().codes.lastFor('mia-id') === '000000' ? '111111' : '000000';
      const { signedIn, ask } = follow([...byPassword, 'mia', 'mia-password', wrong, wrong, wrong]);

      await assert.rejects(signedIn, /wrong three times/);

      assert.deepEqual(ask.said, [
        'The code is wrong or too old. 2 tries are left.',
        'The code is wrong or too old. One try is left.',
      ]);
    });
  });

  describe('by access token', () => {
    it('takes all that the page of tokens shows', async () => {
      const copied = `Token: ${token}\nYour user Id: eve-id`;
      const { signedIn } = follow([...byToken, copied]);

      const { account: signed, token: given } = await signedIn;

      assert.deepEqual([signed.username, signed.signedInBy, given], ['eve', 'accessToken', token]);
      assert.deepEqual(opened, [`${server().url}/account/tokens`]);
      assert.equal(server().requests.to('POST', '/api/v1/login').length, 0);
    });

    it('finds out whose token it is', async () => {
      const { signedIn } = follow([...byToken, token]);

      assert.equal((await signedIn).account.userId, 'eve-id');
    });

    it('asks for the user id where the server does not say', async () => {
      server().faults.add({
        kind: 'status',
        status: 401,
        body: { success: false, error: 'Unauthorized' },
        path: '/api/v1/login',
      });
      const { signedIn, ask } = follow([...byToken, token, 'bob-id', 'eve-id']);

      const { account: signed } = await signedIn;

      assert.equal(signed.username, 'eve');
      assert.match(ask.lastPrompt, /does not say whose token/);
      assert.deepEqual(ask.said, [
        'The server does not take this token with the user id bob-id. Check both.',
      ]);
    });

    it('opens the page once, however often the person goes back and forth', async () => {
      const { signedIn } = follow([...byToken, 'back', { choose: 'Access Token' }, token]);

      await signedIn;

      assert.equal(opened.length, 1);
    });
  });

  describe('at a server', () => {
    it('asks in the careful order where people sign in by a service', async () => {
      const { signedIn, ask } = follow([...byToken, token], {
        connect: (url, credentials) => {
          const client = connect(url, { credentials });
          const oauth = () =>
            Promise.resolve({ services: [{ service: 'gitlab', buttonLabelText: 'GitLab' }] });
          return { ...client, settings: { ...client.settings, oauth } };
        },
      });

      await signedIn;

      assert.deepEqual(ask.labels, [['Access Token', 'User Name and Password']]);
    });

    it('does not offer a password where none is taken', async () => {
      server().settings.set('Accounts_ShowFormLogin', false);
      const { signedIn, ask } = follow(['enter', token]);

      await signedIn;

      assert.deepEqual(ask.labels, []);
    });

    it('goes on without encryption only on a word', async () => {
      const found = { baseUrl: server().url, isPlainHttp: true };
      const careful = follow(['enter', 'enter', 'leave'], { probe: () => Promise.resolve(found) });
      await assert.rejects(careful.signedIn, CancellationError);
      const moves: Move[] = [
        'enter',
        { choose: 'Without Encryption' },
        { choose: 'Password' },
        'ann',
        'ann-password',
      ];
      const { signedIn } = follow(moves, { probe: () => Promise.resolve(found) });

      const { account: signed } = await signedIn;

      assert.equal(signed.username, 'ann');
      assert.equal(careful.ask.shown.length, 3);
    });

    it('goes on to another host only on a word', async () => {
      const found = { baseUrl: server().url, redirectedFrom: 'https://old.example.org', isPlainHttp: false };
      const { signedIn, ask } = follow(['enter', 'leave'], { probe: () => Promise.resolve(found) });

      await assert.rejects(signedIn, CancellationError);

      assert.match(ask.lastPrompt, /^old\.example\.org sends you on to/);
    });

    it('does not offer a password to another server than it was typed for', async () => {
      const other = { baseUrl: `${server().url}/other`, isPlainHttp: false };
      const probes = [probe, () => Promise.resolve(other)];
      const back: Move[] = ['back', 'back', 'back', 'elsewhere', { choose: 'Password' }, 'enter', 'leave'];
      const { signedIn, ask } = follow([...byPassword, 'ann', 'wrong', ...back], {
        probe: (typed, options) => (probes.shift() ?? probe)(typed, options),
      });

      await assert.rejects(signedIn, CancellationError);

      assert.equal(ask.shown.at(-1)?.value, '');
    });
  });

  it('asks for the password alone when signing in again', async () => {
    const ask = new ScriptedAsk(['ann-password']);
    const known = account({ server: server().url, username: 'ann' });

    const { account: signed } = await signInAgain(tools(ask), known);

    assert.equal(signed.username, 'ann');
    assert.deepEqual(
      ask.shown.map(({ place }) => place),
      ['4/4'],
    );
  });

  it('lets the person go back from there to another user', async () => {
    const ask = new ScriptedAsk(['back', 'bob', 'bob-password']);
    const known = account({ server: server().url, username: 'ann' });

    const { account: signed } = await signInAgain(tools(ask), known);

    assert.equal(signed.username, 'bob');
    assert.equal(ask.shown[1]?.value, 'ann');
  });
});
