import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deletionWords } from '../../src/commands/messageChanges';
import { messageActions, perform, type MessageServices } from '../../src/commands/messages';
import type { Message } from '../../src/model/message';
import { messageId } from '../../src/model/message';
import { actions, type Action } from '../../src/model/offers';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { failure, type Answers } from '../support/fakeClient';
import { argsOf, sessionWith } from '../support/fakeSession';
import { message } from '../support/makers/message';
import { room } from '../support/makers/room';
import { meanwhile } from '../support/meanwhile';
import { openGuard } from '../support/openGuard';

const yes: Answers = {
  chat: {
    pinMessage: () => ({ message: { ...wire, _id: 'sys' } }),
    starMessage: () => ({}),
    react: () => ({}),
  },
  settings: { public: () => ({ settings: [], count: 0, offset: 0, total: 0 }) },
};
const wire = {
  rid: 'general',
  msg: '',
  ts: '2026-03-01T09:00:00.000Z',
  u: { _id: 'bob-id', username: 'bob' },
  _updatedAt: '2026-03-01T09:00:00.000Z',
};

interface Situation {
  readonly answers?: Answers;
  /** Ids of messages whose rows are selected. */
  readonly selected?: readonly string[];
  readonly atHand?: string;
  readonly shows?: boolean;
  readonly messages?: readonly Message[];
}

/** A row is the id of its message; what a page passes, `{ page: id }`. */
function situation({ answers = yes, selected = [], atHand, shows = false, messages = two }: Situation = {}) {
  const { client, session } = sessionWith(answers);
  session.rooms.merge([room('general', { roles: ['owner'] })]);
  session.messages.merge(messages);
  const done: string[] = [];
  const get = (id: unknown) => (typeof id === 'string' ? session.messages.get(messageId(id)) : undefined);
  const note =
    (what: string) =>
    ({ id }: Message) =>
      Promise.resolve(void done.push(`${what} ${id}`));
  const services: MessageServices = {
    rows: { messageOf: get, allSelected: () => selected },
    surface: {
      messageOf: (context) => (isPage(context) ? get(context.page) : undefined),
      atHand: () => get(atHand),
      reply: note('reply'),
      quote: note('quote'),
      edit: note('edit'),
      show: note('show'),
      pickReaction: ({ id }) => {
        done.push(`pick ${id}`);
        return shows;
      },
    },
    conversations: { open: () => Promise.resolve() },
    composer: {
      compose: () => Promise.resolve(),
      paste: () => Promise.resolve(false),
      edit: (_session, message) => note('edit in composer')(message),
    },
    guard: openGuard,
    emoji: { load: () => Promise.resolve(), all: () => [], recent: () => [], use: () => Promise.resolve() },
    pick: (of, question) => {
      const found = messages.filter((one) => question.applies(one));
      done.push(`${question.title}: ${found.map(({ id }) => id).join(' ')}`);
      return Promise.resolve(found[0] && of.messages.get(found[0].id));
    },
  };
  return { client, session, services, done, run: runner(session, services) };
}

function isPage(context: unknown): context is { readonly page: string } {
  return typeof context === 'object' && context !== null && 'page' in context;
}

function runner(session: Session, services: MessageServices) {
  return async (name: Action, ...args: readonly unknown[]) => {
    const action = messageActions(services).find((one) => one.action === name);
    await perform(action ?? assert.fail(`no ${name}`), session, { args, services });
  };
}

const elsewhereOnServer = { _id: 'elsewhere', t: 'c', name: 'elsewhere', _updatedAt: wire._updatedAt };

const two = [message('m1', { text: 'one' }), message('m2', { text: 'two', sentAt: Date.now() })];

describe('Commands on messages', () => {
  it('are there for everything that can be done', () => {
    const { services } = situation();

    const covered = messageActions(services).map(({ action }) => action);

    assert.deepEqual([...covered].sort(), [...actions].sort());
  });

  it('mean the row that the menu was opened on', async () => {
    const { client, run } = situation({ selected: ['m2'] });

    await run('star', 'm1');

    assert.deepEqual(argsOf(client, 'chat.starMessage'), [{ messageId: 'm1' }]);
  });

  it('mean, where only one can be meant, the row that the menu was opened on', async () => {
    const { done, run } = situation();

    await run('reply', 'm2', ['m1', 'm2']);

    assert.deepEqual(done, ['reply m2']);
  });

  it('mean all rows that are selected, each message once, as far as it can be done', async () => {
    const starred = message('m3', { isStarred: true });
    const { client, run } = situation({ messages: [...two, starred] });

    await run('star', 'm1', ['m1', 'm2', 'm2', 'm3', undefined]);

    assert.deepEqual(argsOf(client, 'chat.starMessage'), [{ messageId: 'm1' }, { messageId: 'm2' }]);
  });

  it('say so where it can be done to none of the rows', async () => {
    const starred = ['m3', 'm4'].map((id) => message(id, { isStarred: true }));
    const { run } = situation({ messages: starred });

    await assert.rejects(
      run('star', 'm3', ['m3', 'm4']),
      /^Error: None of the rows selected allows “Star Message”\.$/,
    );
  });

  it('go on to the others where one is refused, and say so', async () => {
    const starMessage = ({ messageId: id }: { messageId: string }) =>
      id === 'm1' ? Promise.reject(failure('notFound')) : {};
    const { client, run } = situation({ answers: { chat: { starMessage } } });

    await assert.rejects(
      run('star', 'm1', ['m1', 'm2']),
      /^Error: Not starred\. The server does not have it/,
    );

    assert.equal(argsOf(client, 'chat.starMessage').length, 2);
  });

  it('mean the message of a page’s menu', async () => {
    const { client, run } = situation();

    await run('pin', { page: 'm2' });

    assert.deepEqual(argsOf(client, 'chat.pinMessage'), [{ messageId: 'm2' }]);
  });

  it('mean, without any, the one at hand in a page before the row selected', async () => {
    const { done, run } = situation({ atHand: 'm2', selected: ['m1'] });

    await run('reply');
    await run('quote');

    assert.deepEqual(done, ['reply m2', 'quote m2']);
  });

  it('mean, by a key in a tree, the row selected there and nothing else', async () => {
    const { done, run } = situation({ atHand: 'm2', selected: ['m1'] });
    const other = situation({ atHand: 'm2', selected: ['a room'] });

    await run('reply', 'rows');
    await other.run('reply', 'rows');

    assert.deepEqual([done, other.done], [['reply m1'], []]);
  });

  it('ask among those where it can be done, when the one at hand is none of them', async () => {
    const pinned = message('m3', { isPinned: true });
    const { done, run } = situation({ messages: [...two, pinned], atHand: 'm3', answers: yes });

    await run('pin');

    assert.deepEqual(done, ['Pin Message: m1 m2']);
  });

  it('say who may, when the server refuses', async () => {
    const answers = { chat: { pinMessage: () => Promise.reject(failure('forbidden')) } };
    const { run } = situation({ answers });

    await assert.rejects(
      run('pin', 'm1'),
      /^Error: Not pinned\. In general only owners and moderators may\.$/,
    );
  });

  it('offer to join the room where that is needed, and go on', async () => {
    const elsewhere = message('m3', { room: roomId('elsewhere') });
    const { client, session, run } = situation({ messages: [elsewhere] });
    client.answer({
      subscriptions: { getOne: () => ({ subscription: null }) },
      rooms: {
        info: () => ({ room: elsewhereOnServer }),
        join: () => {
          session.rooms.merge([room('elsewhere')]);
          return { room: elsewhereOnServer };
        },
      },
    });

    await meanwhile(run('star', 'm3'), 'notification.acceptPrimaryAction');

    assert.deepEqual(argsOf(client, 'chat.starMessage'), [{ messageId: 'm3' }]);
  });

  it('leave to the conversation what only that can do', async () => {
    const mine = message('m3', { author: { id: 'ann-id', username: 'ann', name: 'ann' } });
    const { done, run } = situation({ messages: [...two, mine], shows: true });

    await run('show', 'm1');
    await run('edit', 'm3');
    await run('react', 'm1');

    assert.deepEqual(done, ['show m1', 'edit m3', 'pick m1']);
  });

  it('copy texts and links in the order in which they were said', async () => {
    const { run } = situation();

    await run('copyText', 'm2', ['m2', 'm1']);
    const texts = await vscode.env.clipboard.readText();
    await run('copyLink', 'm2');
    const link = await vscode.env.clipboard.readText();

    assert.equal(texts, 'one\n\ntwo');
    assert.equal(link, 'https://chat.example.org/channel/general?msg=m2');
  });

  it('ask once before anything is deleted, with what goes or the number, and what stays', () => {
    const { session } = situation();
    const thread = message('t', { replies: 2, text: 'one\ntwo', tree: undefined });

    assert.deepEqual(
      [deletionWords(session, [thread]), deletionWords(session, [...two, thread])],
      [
        {
          question: 'Delete this message?',
          detail: '“one”\n\nIt cannot be undone. A mark stays where it was.',
        },
        {
          question: 'Delete 3 messages?',
          detail: 'It cannot be undone. Where a thread hangs on one, a mark stays.',
        },
      ],
    );
  });
});
