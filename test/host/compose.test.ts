import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyComposition } from '../../src/model/composition';
import type { Guard } from '../../src/model/guard/guard';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import { attachmentForm, composition } from '../support/makers/composition';

describe('A composer', () => {
  const composer = eachWithComposer();

  it('is told what it is, and then what stands in it', async () => {
    const page = await composer().open(composition({ text: 'Hello' }));

    const first = page.told.slice(0, 6).map(({ type }) => type);
    assert.deepEqual(first, ['setup', 'composer', 'form', 'problems', 'preview', 'draftState']);
    assert.equal(page.title, 'Compose: #general');
  });

  it('says of which form it is that it is kept, to the page that said it', async () => {
    const page = await composer().open(composition({ text: 'Hello' }));
    const before = page.last('draftState');

    page.say({ type: 'form', form: composition({ text: 'Hello, Ben' }), edition: 7 });
    const saidFirst = page.last('draftState');
    await eventually('it is kept', () => page.last('draftState')?.isKept);

    assert.deepEqual(
      [before, saidFirst, page.last('draftState')],
      [
        { type: 'draftState', isKept: true },
        { type: 'draftState', isKept: false, edition: 7 },
        { type: 'draftState', isKept: true, edition: 7 },
      ],
    );
  });

  it('has a tab that stays small, however many it goes to, and whatever they are called', async () => {
    const targets = [
      { entry: '#a', label: 'a'.repeat(200) },
      { entry: '#general', label: 'general' },
      { entry: '@ben', label: 'Ben' },
    ];

    const page = await composer().open(composition({ targets }));

    assert.equal(page.title, `Compose: #${'a'.repeat(38)}… and 2 more`);
  });

  it('sends the message with its attachments, lets go of the draft, closes, and shows where it went', async () => {
    await composer().open();
    const attachments = [attachmentForm({ title: 'Load test', color: 'danger' })];

    await composer().send(composition({ text: 'Hello', attachments }));

    const [message] = composer().posted();
    assert.deepEqual([message?.msg, message?.attachments?.[0]?.['title']], ['Hello', 'Load test']);
    assert.deepEqual(await composer().session.compositions.list(), []);
    await eventually('it is shown', () => composer().opened.length > 0);
    assert.deepEqual(composer().opened, [{ room: 'GENERAL' }]);
  });

  it('says at the field what keeps it from being sent, and sends nothing', async () => {
    const page = await composer().open();
    const form = composition({
      text: 'Hello',
      attachments: [attachmentForm({ title: 'x', title_link: 'htps://x' })],
    });

    page.say({ type: 'sendForm', form });

    await eventually('the field', () => page.last('focus')?.path === 'attachments.0.title_link');
    assert.deepEqual(page.last('problems')?.problems, [
      { path: 'attachments.0.title_link', text: 'Not a web address: it starts with htps.' },
    ]);
    assert.deepEqual(composer().posted(), []);
  });

  it('keeps the target that refused, and says why', async () => {
    const page = await composer().open();
    const targets = [
      { entry: '#general', label: 'general' },
      { entry: '#nowhere', label: 'nowhere' },
    ];

    page.say({ type: 'sendForm', form: composition({ text: 'Hello', targets }) });

    const left = await eventually('one target is left', () => {
      const form = page.last('form')?.form;
      return form?.targets.length === 1 && form;
    });
    assert.deepEqual(
      [left.targets[0]?.entry, page.last('outcomes')?.outcomes.map(({ state }) => state)],
      ['#nowhere', ['delivered', 'failed']],
    );
    assert.deepEqual([composer().posted().length, composer().closed], [1, 0]);
  });

  it('lets the text go with the first file, each with its description', async () => {
    const page = await composer().open();
    composer().attach('a.txt', 'one');
    composer().attach('b.txt', 'two');
    const [first] = await eventually('both files', () => {
      const staged = page.last('files')?.files ?? [];
      return staged.length === 2 && staged;
    });
    page.say({ type: 'describeFile', file: first?.id ?? '', description: 'The first' });

    await composer().send(composition({ text: 'Look' }));

    const shown = composer()
      .posted()
      .map(({ msg, attachments }) => [msg, attachments?.[0]?.['title'], attachments?.[0]?.['description']]);
    assert.deepEqual(shown, [
      ['Look', 'a.txt', 'The first'],
      ['', 'b.txt', undefined],
    ]);
  });

  it('puts what was masked back where it came from', async () => {
    const guard: Guard = {
      check: (passages) => Promise.resolve(passages.map(({ text }) => text.replace('token', '***'))),
    };
    await composer().open(emptyComposition, guard);

    await composer().send(composition({ text: 'hi', attachments: [attachmentForm({ text: 'my token' })] }));

    assert.equal(composer().posted()[0]?.attachments?.[0]?.['text'], 'my ***');
  });

  it('sends nothing where the person turns away from what was found', async () => {
    let asked = 0;
    const page = await composer().open(emptyComposition, { check: () => Promise.resolve(void (asked += 1)) });

    page.say({ type: 'sendForm', form: composition({ text: 'a secret' }) });

    await eventually('the question', () => asked === 1);
    assert.deepEqual([composer().posted(), composer().closed], [[], 0]);
  });

  it('sends what was written while somebody was asked, once that was looked through too', async () => {
    const seen: string[] = [];
    const form = composition({ text: 'Hello there' });
    const guard: Guard = {
      check: (passages) => {
        if (seen.push(passages[0]?.text ?? '') === 1) composer().page.say({ type: 'form', form, edition: 1 });
        return Promise.resolve(passages.map(({ text }) => text));
      },
    };
    await composer().open(emptyComposition, guard);

    await composer().send(composition({ text: 'Hello' }));

    assert.deepEqual([seen, composer().posted()[0]?.msg], [['Hello', 'Hello there'], 'Hello there']);
  });

  it('copies what it holds as JSON while another account is in use', async () => {
    const page = await composer().open(composition({ text: 'Hello' }));
    composer().use(undefined);
    await eventually('the notice', () => page.last('composer')?.view.notice);

    page.say({ type: 'copyPayload', as: 'json' });

    const copied = await eventually('the copy', async () => {
      const text = await vscode.env.clipboard.readText();
      return text.includes('Hello') ? text : undefined;
    });
    assert.match(copied, /"text": ?"Hello"/);
  });

  it('says whose it is while another account is in use, and goes on when that is over', async () => {
    const page = await composer().open(composition({ text: 'Hello' }));
    composer().use(undefined);
    const notice = await eventually('the notice', () => page.last('composer')?.view.notice);
    assert.match(notice, /^This message is kept\./);

    composer().use(composer().session);

    await eventually('the form is back', () => page.last('composer')?.view.notice === undefined);
    assert.equal(page.last('form')?.form.text, 'Hello');
  });
});
