import assert from 'node:assert/strict';
import type { Guard } from '../../src/model/guard/guard';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import type { FakeComposer } from '../support/fakeComposer';
import { composition } from '../support/makers/composition';

describe('A draft in two windows', () => {
  const composer = eachWithComposer();
  const hello = composition({ text: 'Hello' });
  const more = composition({ text: 'Hello again' });
  const said = () => composer().texts();
  const idIn = (page: FakeComposer) => page.last('composer')?.view.draft;

  it('goes on as another one in the second, once the first has sent it', async () => {
    const second = await composer().open(hello);
    await composer().open(hello);
    await composer().send(hello);

    second.say({ type: 'form', form: more, edition: 1 });

    await eventually('it has an id of its own', () => idIn(second) !== 'd1');
    await eventually('it is kept', () => second.last('draftState')?.isKept);
    const drafts = await composer().session.compositions.list();
    assert.deepEqual(
      drafts.map(({ id, form, sent = [] }) => [id, form.text, sent]),
      [[idIn(second), 'Hello again', []]],
    );
  });

  it('is not sent from the second before the person knows, and goes from there as another one', async () => {
    const second = await composer().open(hello);
    await composer().open(hello);
    await composer().send(hello);

    second.say({ type: 'sendForm', form: more });
    await eventually('it is kept', () => idIn(second) !== 'd1' && second.last('draftState')?.isKept);
    const before = said();
    second.say({ type: 'sendForm', form: more });

    await eventually('it has gone', () => composer().closed === 2);
    assert.deepEqual([before, said()], [['Hello'], ['Hello', 'Hello again']]);
  });

  it('is not sent twice where nothing was changed', async () => {
    const second = await composer().open(hello);
    await composer().open(hello);
    await composer().send(hello);

    const looks = () =>
      composer().files.calls.filter((call) => call.startsWith('read composition-d1')).length;
    const before = looks();
    second.say({ type: 'sendForm', form: hello });
    await eventually('the draft is looked at', () => looks() > before);
    second.say({ type: 'form', form: more, edition: 1 });

    const id = await eventually('it goes on as another one', () => idIn(second) !== 'd1' && idIn(second));
    const text = async () => (await composer().session.compositions.read(id))?.form.text;
    await eventually('it is kept as it was written', async () => (await text()) === 'Hello again');
    assert.deepEqual([said(), composer().closed], [['Hello'], 1]);
  });

  it('is there again in the second after a change of accounts, as it was written there', async () => {
    const second = await composer().open(hello);
    await composer().open(hello);
    await composer().send(hello);
    second.say({ type: 'form', form: more, edition: 1 });

    composer().use(undefined);
    await eventually('the notice', () => second.last('composer')?.view.notice);
    composer().use(composer().session);

    await eventually('the form is back', () => second.last('composer')?.view.notice === undefined);
    assert.equal(second.last('form')?.form.text, 'Hello again');
  });

  it('is not sent from the second after a change of accounts', async () => {
    const second = await composer().open(hello);
    await composer().open(hello);
    await composer().send(hello);
    composer().use(undefined);
    await eventually('the notice', () => second.last('composer')?.view.notice);
    composer().use(composer().session);
    await eventually('the form is back', () => second.last('composer')?.view.notice === undefined);

    second.say({ type: 'sendForm', form: hello });
    second.say({ type: 'form', form: more, edition: 1 });

    await eventually('it goes on as another one', () => idIn(second) !== 'd1');
    assert.deepEqual(said(), ['Hello']);
  });

  it('is not sent from the one in which somebody was asked meanwhile', async () => {
    let isAsked = false;
    const askedMeanwhile: Guard = {
      check: async (passages) => {
        await composer().session.compositions.remove('d1');
        isAsked = true;
        return passages.map(({ text }) => text);
      },
    };
    const page = await composer().open(hello, askedMeanwhile);

    page.say({ type: 'sendForm', form: hello });
    await eventually('somebody is asked', () => isAsked);
    page.say({ type: 'form', form: more, edition: 1 });

    await eventually('it goes on as another one', () => idIn(page) !== 'd1');
    await eventually('it is kept', () => page.last('draftState')?.isKept);
    assert.deepEqual([said(), composer().session.sending.all()], [[], []]);
  });

  it('brings its file from one of them alone', async () => {
    const second = await composer().open(hello);
    await composer().attached('a.txt', 'one');
    await eventually('it is kept', () => second.last('draftState')?.isKept);
    const first = await composer().open();
    const held = composer().server.faults.add({ kind: 'hold', path: '/api/v1/rooms.media/*', times: 1 });
    first.say({ type: 'sendForm', form: hello });
    await held.reached;

    second.say({ type: 'sendForm', form: hello });
    second.say({ type: 'form', form: more, edition: 1 });
    await eventually('it goes on as another one', () => idIn(second) !== 'd1');
    held.release();

    await eventually('it has gone', () => composer().closed === 1);
    assert.deepEqual(said(), ['Hello']);
  });

  it('brings no file where the other one has discarded it meanwhile', async () => {
    const page = await composer().open(hello);
    await composer().attached('a.txt', 'one');
    const held = composer().server.faults.add({ kind: 'hold', path: '/api/v1/rooms.media/*', times: 1 });
    page.say({ type: 'sendForm', form: hello });
    await held.reached;
    await composer().session.compositions.remove('d1');

    held.release();

    await eventually('it goes on as another one', () => idIn(page) !== 'd1');
    await eventually('it is not under way', () => page.last('files')?.files[0]?.state === 'ready');
    assert.deepEqual([said(), composer().closed], [[], 0]);
  });

  it('goes on without what was refused, once that was discarded in the other one', async () => {
    const page = await composer().open();
    const fault = { kind: 'status', path: '/api/v1/chat.sendMessage', status: 400 } as const;
    composer().server.faults.add({ ...fault, body: { success: false, error: 'room_is_archived' } });
    page.say({ type: 'sendForm', form: hello });
    await eventually('refused', () => page.last('outcomes')?.outcomes[0]?.state === 'failed');
    await eventually('it is kept', () => page.last('draftState')?.isKept);
    await composer().session.compositions.remove('d1');

    page.say({ type: 'form', form: more, edition: 1 });

    await eventually('nothing is left of it', () => page.last('outcomes')?.outcomes.length === 0);
  });
});
