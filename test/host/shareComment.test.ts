import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event';
import { Sharing, type ShareServices } from '../../src/commands/share';
import type { Room } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { clientOf } from '../support/clientOf';
import { thing } from '../support/fakes/sharing';
import { account } from '../support/makers/account';
import { openGuard } from '../support/openGuard';
import { eachWithServer } from '../support/standIn';

const path = '/api/v1/rooms.media/GENERAL';

describe('A comment on what is shared as a file', () => {
  const server = eachWithServer();
  let session: Session;
  let drafts: string[];

  beforeEach(async () => {
    drafts = [];
    session = new Session({ account: account({ server: server().url }), client: clientOf(server()) });
    await session.sync.refresh('person');
  });
  afterEach(() => session.dispose());

  it('comes back where the server refuses the file', async () => {
    server().faults.add({ kind: 'status', status: 400, path });

    await share(['look at this', undefined]);

    assert.deepEqual(drafts, ['', 'look at this']);
    assert.deepEqual(posted(), []);
  });

  it('goes with the file once the server takes it', async () => {
    server().faults.add({ kind: 'status', status: 400, path, times: 1 });

    await share(['look at this', 'look at that']);

    assert.match(posted()[0] ?? '', /^look at that\n/);
  });

  it('comes back where the person turns away from the guard', async () => {
    await share(['look at this', undefined], { check: () => Promise.resolve(undefined) });

    assert.deepEqual(drafts, ['', 'look at this']);
  });

  /** The person writes one comment after the other, and leaves in the end. */
  async function share(comments: readonly (string | undefined)[], guard = openGuard): Promise<void> {
    const delivery = { send: () => assert.fail('It is a file') };
    const askComment = (_room: Room, draft: string) => {
      drafts.push(draft);
      return Promise.resolve(comments[drafts.length - 1]);
    };
    await new Sharing({ ...services(), guard, askComment }, delivery, () => 'file').share([thing()]);
  }

  function services(): Omit<ShareServices, 'guard'> {
    return {
      sessions: {
        get: () => session,
        onDidChange: new Emitter<undefined>().event,
        signedOut: () => undefined,
      },
      git: { file: () => Promise.resolve(undefined) },
      tellMissed: () => Promise.resolve(false),
      fileWords: { refused: ({ kind }) => kind, failed: () => 'failed', size: (bytes) => `${bytes} bytes` },
      conversations: { open: () => Promise.resolve() },
      shared: { add: () => Promise.resolve() },
      picker: { pick: () => Promise.resolve({ room: general(), wantsComment: true }) },
    };
  }

  const general = () =>
    session.rooms.all().find(({ id }) => id === 'GENERAL') ?? assert.fail('The room is not there');

  function posted(): string[] {
    return server()
      .world.messages.inRoom('GENERAL')
      .map(({ msg }) => msg);
  }
});
