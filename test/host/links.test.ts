import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import { Links, type LinkAccounts } from '../../src/commands/links';
import type { Account, AccountId, SignedOut } from '../../src/model/account';
import { ownQuery } from '../../src/model/links';
import type { Session } from '../../src/model/session';
import { failure, type Answers } from '../support/fakeClient';
import { sessionWith } from '../support/fakeSession';
import { account } from '../support/makers/account';
import { wireMessage } from '../support/makers/message';
import { meanwhile } from '../support/meanwhile';

const server = 'https://chat.example.org';
const other = 'https://other.example.org';
const home = 'vscode://acme.rocketchat';
/** Presses the first button of the newest notification. */
const yes = 'notification.acceptPrimaryAction';
const putAway = 'notifications.clearAll';

interface State {
  readonly accounts?: readonly Account[];
  readonly inUse?: Session;
  readonly signedOut?: SignedOut;
  /** Ids of users not in use who get to the room of any link. */
  readonly reaching?: readonly string[];
}

/** The accounts of one window, and what was opened. */
function situation({ accounts = [account()], inUse, signedOut, reaching = [] }: State) {
  const changed = new Emitter<Session | undefined>();
  const used: AccountId[] = [];
  const opened: string[] = [];
  let session = inUse;
  const become = (next: Session | undefined) => {
    session = next;
    changed.fire(next);
  };
  const sessions: LinkAccounts['sessions'] = {
    get: () => session,
    onDidChange: changed.event,
    account: inUse?.account ?? accounts[0],
    signedOut: () => signedOut,
    use: (id) => {
      used.push(id);
      return Promise.resolve();
    },
  };
  const conversations = {
    open: ({ room, thread = '' }: { room: string; thread?: string }, { message = '' } = {}) => {
      opened.push([room, thread, message].join(' ').trim());
      return Promise.resolve();
    },
  };
  const known = {
    all: () => accounts,
    isInReach: ({ userId }: Account) => Promise.resolve(reaching.includes(userId)),
  };
  const links = new Links({ accounts: known, sessions }, conversations, home);
  return { links, used, opened, become };
}

function sessionOf(answers: Answers = {}): Session {
  const { session } = sessionWith(answers);
  session.receive([wireMessage('m'), wireMessage('r', { tmid: 'm' })]);
  return session;
}

const uri = (path: string, room: string, message?: string) => ({
  path,
  query: ownQuery({ server, room, ...(message !== undefined && { message }) }),
});

describe('Links', () => {
  afterEach(() => vscode.commands.executeCommand(putAway));

  it('open the room of an address of our own', async () => {
    const { links, opened } = situation({ inUse: sessionOf() });

    await links.openUri(uri('/room', 'general'));

    assert.deepEqual(opened, ['general']);
  });

  it('open a message, and a reply in its thread', async () => {
    const { links, opened } = situation({ inUse: sessionOf() });

    await links.openUri(uri('/message', 'general', 'm'));
    await links.openUri(uri('/message', 'general', 'r'));

    assert.deepEqual(opened, ['general  m', 'general m r']);
  });

  it('open web addresses of a server with an account, and no others', async () => {
    const { links, opened } = situation({ inUse: sessionOf() });

    const isOpened = await links.openHere(`${server}/channel/general?msg=m`);
    const isForeign = await links.openHere(`${other}/channel/general`);

    assert.deepEqual([isOpened, isForeign, opened], [true, false, ['general  m']]);
  });

  it('open web addresses by what the server calls itself', async () => {
    const settings = [{ _id: 'Site_Url', value: 'https://chat.public.example' }];
    const session = sessionOf({
      settings: { public: () => ({ settings, count: 1, offset: 0, total: 1 }) },
    });
    const { links, opened } = situation({ inUse: session });
    await session.settings();

    await links.openHere('https://chat.public.example/channel/general?msg=m');

    assert.deepEqual(opened, ['general  m']);
  });

  it('read an address of our own wherever it was pasted', () => {
    const { links } = situation({ inUse: sessionOf() });

    const { query } = uri('/room', 'general');

    assert.deepEqual(links.read(`${home}/room?${query}`), { server, room: { id: 'general' } });
    assert.equal(links.read(`vscode://acme.other/room?${query}`), undefined);
  });

  it('refuse an address that names no room', async () => {
    const { links } = situation({ inUse: sessionOf() });

    await assert.rejects(
      links.openUri({ path: '/room', query: 'server=nowhere' }),
      new Error('The link cannot be opened: it names no room of a Rocket.Chat server.'),
    );
  });

  it('say in words what the server refuses', async () => {
    const { links, opened } = situation({
      inUse: sessionOf({ rooms: { info: () => Promise.reject(failure('forbidden')) } }),
    });

    await assert.rejects(links.openUri(uri('/room', 'hidden')), {
      message: 'The link could not be opened. Your account is not allowed to do this here.',
    });
    assert.deepEqual(opened, []);
  });

  it('wait for the session while the window starts', async () => {
    const { links, opened, become } = situation({});

    const opening = links.openUri(uri('/room', 'general'));
    become(undefined);
    become(sessionOf());
    await opening;

    assert.deepEqual(opened, ['general']);
  });

  it('offer to switch to the account of the link', async () => {
    const elsewhere = account({ server: other });
    const { links, used } = situation({ accounts: [elsewhere, account()], inUse: sessionOf() });
    const address = { path: '/room', query: ownQuery({ server: other, room: 'general' }) };

    await meanwhile(links.openUri(address), yes);

    assert.deepEqual(used, [elsewhere.id]);
  });

  describe('with several accounts on one server', () => {
    const bob = account({ userId: 'bob-id', username: 'bob' });
    const cat = account({ userId: 'cat-id', username: 'cat' });
    const accounts = [bob, cat, account()];
    const refusing = () => sessionOf({ rooms: { info: () => Promise.reject(failure('forbidden')) } });

    it('stay with the one in use where it gets to the room', async () => {
      const { links, used, opened } = situation({ accounts, inUse: sessionOf(), reaching: ['bob-id'] });

      await links.openUri(uri('/room', 'general'));

      assert.deepEqual([used, opened], [[], ['general']]);
    });

    it('offer to switch to the one that gets to the room', async () => {
      const { links, used } = situation({ accounts, inUse: refusing(), reaching: ['cat-id'] });

      await meanwhile(links.openUri(uri('/room', 'hidden')), yes).catch(() => undefined);

      assert.deepEqual(used, [cat.id]);
    });

    it('say in words what the one in use is refused where nobody gets to the room', async () => {
      const { links, used } = situation({ accounts, inUse: refusing() });

      await assert.rejects(links.openUri(uri('/room', 'hidden')), /^Error: The link could not be opened\. /);
      assert.deepEqual(used, []);
    });
  });

  it('stay where they are when the person does not want to switch', async () => {
    const accounts = [account({ server: other }), account()];
    const { links, used, opened } = situation({ accounts, inUse: sessionOf() });
    const address = { path: '/room', query: ownQuery({ server: other, room: 'general' }) };

    await meanwhile(links.openUri(address), putAway);

    assert.deepEqual([used, opened], [[], []]);
  });

  it('open nothing of a server that nobody signs in to', async () => {
    const { links, opened } = situation({ accounts: [], signedOut: 'signedOut' });

    await meanwhile(links.openUri(uri('/room', 'general')), putAway);

    assert.deepEqual(opened, []);
  });
});
