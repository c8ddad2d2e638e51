import assert from 'node:assert/strict';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { composeEntry, type Composers } from '../../src/webview/composeEntry';
import type { OpenPage } from '../../src/webview/part';
import type { Draft, ToPage } from '../../src/webview/protocol/conversation';
import { eventually } from '../support/eventually';
import { sessionWith } from '../support/fakeSession';
import { message } from '../support/makers/message';

const general: Place = { room: roomId('general') };
const noSettings = () => ({ settings: [], count: 0, offset: 0, total: 0 });

describe('The way from the answer box to a composer', () => {
  let session: Session;
  let told: ToPage[];

  beforeEach(() => {
    ({ session } = sessionWith({ settings: { public: noSettings } }));
    told = [];
    session.uploads.add(general, { name: 'a.log', type: 'text/plain', bytes: new Blob(['one']) });
  });
  afterEach(() => session.dispose());

  function move(composers: Partial<Composers>, draft: Draft = { text: 'Look' }): void {
    const nowhere = () => Promise.resolve();
    // What the part uses of a page.
    const page = { session, tell: (message: ToPage) => told.push(message) } as unknown as OpenPage;
    const part = composeEntry(() => ({ compose: nowhere, edit: nowhere, ...composers }))(page);
    part.heed({ type: 'compose', place: general, draft });
  }

  it('takes text and files along', async () => {
    let taken: Parameters<Composers['compose']>[1] | undefined;

    move({ compose: (_session, start) => Promise.resolve(void (taken = start)) });
    await eventually('the box is empty', () => session.uploads.of(general).length === 0);

    assert.deepEqual([taken?.form?.text, taken?.files?.map(({ name }) => name)], ['Look', ['a.log']]);
  });

  it('leaves all of it in the box where it is not kept', async () => {
    move({ compose: () => Promise.reject(new Error('no room')) });
    const refused = await eventually('told', () => told.find(({ type }) => type === 'refused'));

    assert.deepEqual(refused, {
      type: 'refused',
      place: general,
      draft: { text: 'Look' },
      reason: 'no room',
    });
    assert.equal(session.uploads.of(general).length, 1);
    assert.equal((await session.drafts.read(general))?.text, 'Look');
  });

  it('takes what a changed text quotes along', async () => {
    session.messages.merge([message('m1'), message('m2')]);
    const texts: string[] = [];
    const edit: Composers['edit'] = (_session, _message, text) => Promise.resolve(void texts.push(text));

    move({ edit }, { text: 'Look', edits: 'm1', quotes: [{ id: 'm2', author: 'Ben', text: 'Hi' }] });

    const [text] = await eventually('the edit', () => texts.length > 0 && texts);
    assert.match(text ?? '', /^\[ \]\(.*msg=m2\)\s*Look$/);
  });

  it('makes no new message of the change of one that is gone', async () => {
    const begun: unknown[] = [];

    move(
      { compose: (_session, start) => Promise.resolve(void begun.push(start)) },
      { text: 'Look', edits: 'm1' },
    );
    await eventually('told', () => told.some(({ type }) => type === 'refused'));

    assert.deepEqual(begun, []);
  });
});
