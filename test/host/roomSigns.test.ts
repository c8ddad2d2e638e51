import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { Waiting } from '../../src/api/client';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { Session } from '../../src/model/session';
import { RoomDecorations } from '../../src/views/roomDecorations';
import { roomTree, type RoomTree } from '../../src/views/roomTree';
import { ViewNotice } from '../../src/views/viewNotice';
import { fakeClient } from '../support/fakeClient';
import { withFakeLive } from '../support/fakeLive';
import { sessionWith } from '../support/fakeSession';
import { account } from '../support/makers/account';
import { room } from '../support/makers/room';

describe('RoomDecorations', () => {
  const lifetime = new Lifetime();
  const signedIn = new Emitter<Session | undefined>();
  const session = lifetime.own(new Session({ account: account(), client: fakeClient() }));
  const fired: (number | undefined)[] = [];

  before(() => {
    const decorations = new RoomDecorations({ get: () => session, onDidChange: signedIn.event });
    lifetime.own(lifetime.own(decorations).onDidChangeFileDecorations((uris) => fired.push(count(uris))));
  });
  beforeEach(() => (fired.length = 0));
  after(() => lifetime.dispose());

  it('change with their rooms', () => {
    session.rooms.merge([room('a'), room('b')]);

    assert.deepEqual(fired, [2]);
  });

  it('change all at once where VS Code would lose some', () => {
    session.rooms.merge(Array.from({ length: 251 }, (_, at) => room(`many-${at}`)));

    assert.deepEqual(fired, [undefined]);
  });

  it('change all with the session', () => {
    signedIn.fire(undefined);

    assert.deepEqual(fired, [undefined]);
  });
});

describe('RoomTree, while people type', () => {
  const lifetime = new Lifetime();
  const { session } = sessionWith({});
  const live = withFakeLive(lifetime.own(session));
  const general = room('general', { mentions: 2 });
  let tree: RoomTree;

  before(() => {
    session.rooms.merge([general]);
    const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    tree = lifetime.own(roomTree(current));
  });
  after(() => lifetime.dispose());

  const drawn = async () => {
    const [section] = await tree.getChildren();
    const [row] = await tree.getChildren(section);
    assert.ok(row);
    return tree.getTreeItem(row);
  };

  for (const [names, words] of [
    [[], '@2'],
    [['bob'], '@2 · bob is typing…'],
    [['bob', 'ann'], '@2 · bob and ann are typing…'],
    [['bob', 'ann', 'cleo'], '@2 · 3 people are typing…'],
  ] as const)
    it(`says beside the room: ${words}`, async () => {
      live.setTyping(general.id, ...names);

      assert.equal((await drawn()).description, words);
    });

  it('says it to those who listen as well', async () => {
    live.setTyping(general.id, 'bob');

    const { accessibilityInformation } = await drawn();

    assert.equal(accessibilityInformation?.label, 'general, channel, 2 mentions, bob is typing…');
  });
});

describe('ViewNotice', () => {
  const waited = new Emitter<Waiting>();
  const lifetime = new Lifetime();
  let until: Date;
  let view: { message?: string };

  beforeEach(() => {
    until = new Date(Date.now() + 60_000);
    view = {};
    const client = { ...fakeClient(), onDidWait: waited.event };
    const session = lifetime.own(new Session({ account: account(), client }));
    lifetime.own(new ViewNotice(view, session));
  });
  after(() => lifetime.dispose());

  it('says how long the rows have to wait', () => {
    waited.fire({ route: 'GET chat.getThreadsList', until });

    assert.match(view.message ?? '', /newer in \d+ s/);
  });

  it('keeps quiet about what waits elsewhere', () => {
    waited.fire({ route: 'GET spotlight', until });

    assert.equal(view.message, undefined);
  });
});

function count(uris: vscode.Uri | vscode.Uri[] | undefined): number | undefined {
  return Array.isArray(uris) ? uris.length : undefined;
}
