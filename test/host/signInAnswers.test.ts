import assert from 'node:assert/strict';
import { CancellationError } from 'vscode';
import { signIn } from '../../src/accounts/signIn';
import { ApiError, type SecondFactor } from '../../src/api/errors';
import type { WireLogin } from '../../src/api/wirePeople';
import type { WireSetting } from '../../src/api/wireServer';
import { ScriptedAsk, type Move } from '../support/fakes/scriptedAsk';
import { failure, fakeClient, type Answers } from '../support/fakeClient';

const url = 'https://chat.example.org';
const byPassword = ['enter', { choose: 'Password' }, 'ann', 'secret'] satisfies Move[];
const services = [{ service: 'gitlab', buttonLabelText: 'GitLab' }];

describe('Signing in to a server that answers its own way', () => {
  const open = { settings: [], count: 0, offset: 0, total: 0 };
  const usual = { public: () => open, oauth: () => ({ services: [] }) };

  function follow(moves: Move[], answers: Answers) {
    const ask = new ScriptedAsk(moves);
    const client = fakeClient({ settings: usual, ...answers });
    const tools = {
      ask,
      probe: () => Promise.resolve({ baseUrl: url, isPlainHttp: false }),
      connect: () => client,
      openExternal: () => Promise.resolve(),
    };
    return { ask, client, signedIn: signIn(tools, url) };
  }

  /** The labels of the ways that the server at hand is thought to offer; none where it takes tokens alone. */
  async function waysInto(settings: Answers['settings']): Promise<string[]> {
    const { ask, signedIn } = follow(['enter', 'leave'], { settings });
    await assert.rejects(signedIn, CancellationError);
    return ask.labels.flat();
  }

  /** Before 7.0: 50 settings of all, whatever was asked for. */
  function pageOf(all: readonly WireSetting[]) {
    return ({ count = 50, offset = 0 }) => {
      const settings = all.slice(offset, offset + count);
      return { settings, count: settings.length, offset, total: all.length };
    };
  }

  const others = Array.from({ length: 130 }, (_, at) => ({ _id: `Accounts_${at}`, value: false }));

  for (const [value, ways] of [
    [true, ['User Name and Password', 'Access Token']],
    [false, []],
  ] as const) {
    it(`finds the one setting among all that an old server answers: ${value}`, async () => {
      const all = [...others, { _id: 'Accounts_ShowFormLogin', value }];

      assert.deepEqual(await waysInto({ ...usual, public: pageOf(all) }), ways);
    });
  }

  it('knows of passwords although the list of services fails', async () => {
    const all = [{ _id: 'Accounts_ShowFormLogin', value: false }];
    const oauth = () => Promise.reject(failure('notFound'));

    assert.deepEqual(await waysInto({ public: pageOf(all), oauth }), []);
  });

  it('knows of services although the settings fail', async () => {
    const settings = { public: () => Promise.reject(failure('forbidden')), oauth: () => ({ services }) };

    assert.deepEqual(await waysInto(settings), ['Access Token', 'User Name and Password']);
  });

  it('does not take a mistake of ours for an answer', async () => {
    const oauth = () => Promise.reject(new TypeError('not a function'));

    await assert.rejects(follow(['enter'], { settings: { ...usual, oauth } }).signedIn, TypeError);
  });

  for (const [what, data] of Object.entries<unknown>({
    'no data': undefined,
    'no person': { userId: 'ann-id', authToken: 'token' },
    'no user name': { userId: 'ann-id', authToken: 'token', me: { _id: 'ann-id' } },
    'no token': { userId: 'ann-id', me: { _id: 'ann-id', username: 'ann' } },
  })) {
    it(`says in place that the server did not say who signed in: ${what}`, async () => {
      // What the server ought not to answer.
      const login = () => ({ data: data as WireLogin });
      const { ask, signedIn } = follow([...byPassword, 'leave'], { session: { login } });

      await assert.rejects(signedIn, CancellationError);

      assert.match(ask.said.join(), /^chat\.example\.org did not say who signed in/);
    });
  }

  const wanting = (methods: readonly SecondFactor[]) => () =>
    Promise.reject(
      new ApiError('Code', { kind: 'totpRequired', methods, isWrongCode: false }, { route: 'POST login' }),
    );

  it('asks for no code where the server wants none', async () => {
    const { ask, signedIn } = follow([...byPassword, 'leave'], { session: { login: wanting(['password']) } });

    await assert.rejects(signedIn, CancellationError);

    assert.match(ask.said.join(), /cannot be given here. Go back and sign in by access token/);
  });

  it('takes the factor that a person can type', async () => {
    const login = wanting(['password', 'email']);
    const { ask, signedIn } = follow([...byPassword, 'leave'], { session: { login } });

    await assert.rejects(signedIn, CancellationError);

    assert.match(ask.lastPrompt, /sent to your e-mail address/);
  });
});
