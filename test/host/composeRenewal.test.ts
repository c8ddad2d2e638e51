import assert from 'node:assert/strict';
import { messageId } from '../../src/model/message';
import { roomId } from '../../src/model/room';
import { ComposeDraft } from '../../src/webview/composeDraft';
import type { OpenComposer } from '../../src/webview/composePart';
import { renewalPart, type AskWhichText } from '../../src/webview/composeRenewal';
import type { ToCompose } from '../../src/webview/protocol/compose';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import { composition } from '../support/makers/composition';

describe('The draft of a change, once the message was changed elsewhere', () => {
  const composer = eachWithComposer();
  const told: ToCompose[] = [];
  const asked: string[] = [];
  let draft: ComposeDraft;
  beforeEach(() => told.splice(0));
  beforeEach(() => asked.splice(0));

  /** Opens the draft of a message that read `Helo` when it was begun, and reads `Hello` by now. */
  async function open(text: string, answer: Awaited<ReturnType<AskWhichText>>): Promise<void> {
    const { session } = composer();
    const said = await session.client.chat.sendMessage({ message: { rid: 'GENERAL', msg: 'Hello' } });
    const edits = { room: roomId('GENERAL'), message: messageId(said.message._id) };
    const otherwise = {
      form: composition({ text }),
      said: composition({ text: 'Helo' }),
      ...{ files: [], edits },
    };
    draft = await ComposeDraft.read(session.compositions, 'd1', { bytes: new Map(), otherwise });
    renewalPart((now) => {
      asked.push(now);
      return Promise.resolve(answer);
    })(asOpen());
    await eventually('it is compared', () =>
      answer === undefined ? asked.length > 0 : draft.said?.text === 'Hello',
    );
  }

  function asOpen(): OpenComposer {
    const nothing = () => undefined;
    const { session } = composer();
    const { signal } = new AbortController();
    return {
      session,
      draft,
      signal,
      tell: (one) => told.push(one),
      begin: nothing,
      name: nothing,
      close: nothing,
    };
  }

  it('takes the new text without a question where nothing was written', async () => {
    await open('Helo', 'mine');

    assert.deepEqual([asked, draft.form.text, told.map(({ type }) => type)], [[], 'Hello', ['form']]);
  });

  it('takes the new text where somebody wants it', async () => {
    await open('Hello!', 'new');

    assert.deepEqual([asked, draft.form.text], [['Hello'], 'Hello']);
  });

  it('keeps the text of somebody who wants that, and asks no more', async () => {
    await open('Hello!', 'mine');

    assert.deepEqual([draft.form.text, draft.said?.text, told], ['Hello!', 'Hello', []]);
  });

  it('asks anew, the next time, where nobody answered', async () => {
    await open('Hello!', undefined);

    assert.deepEqual([draft.form.text, draft.said?.text], ['Hello!', 'Helo']);
  });
});
