import assert from 'node:assert/strict';
import type { ComposeForm } from '../../../src/webview/protocol/compose';
import { problemAt, Problems } from '../../../src/webview/page/compose/problems';
import { attachmentForm, composition } from '../../support/makers/composition';

const paths = ['targets', 'text', 'customFields', 'attachments.0.title'];
const problems = paths.map((path) => ({ path, text: `wrong: ${path}` }));

describe('Problems of a form', () => {
  function shown(sight: Problems, form: Partial<ComposeForm> = {}): readonly string[] {
    const whole = composition({ targets: [], ...form });
    return sight.shown(problems, whole, 10).map(({ path }) => path);
  }

  it('are not shown before anybody has been in a field', () => {
    assert.deepEqual(shown(new Problems(), { customFields: '{' }), []);
  });

  it('are shown of a field that was left with something in it', () => {
    const sight = new Problems();
    sight.leave('customFields');
    sight.leave('text');

    assert.deepEqual(shown(sight, { customFields: '{' }), ['customFields']);
  });

  it('are shown at once where more typing does not help', () => {
    const targets = [{ entry: '#ops', label: 'ops' }];

    assert.deepEqual(shown(new Problems(), { text: 'longer than ten', targets }), ['targets', 'text']);
  });

  it('are all shown once it was tried to send', () => {
    const sight = new Problems();
    sight.isTried = true;

    assert.deepEqual(shown(sight), paths);
  });

  it('are forgotten with the form that they were about', () => {
    const sight = new Problems();
    sight.isTried = true;
    sight.leave('customFields');

    sight.begin(composition(), 'openedWith');

    assert.deepEqual(shown(sight, { customFields: '{' }), []);
  });

  it('are shown at once of what a form opened with, and not of what is written after', () => {
    const sight = new Problems();

    sight.begin(composition({ targets: [], customFields: '{' }), 'openedWith');

    assert.deepEqual(shown(sight, { text: 'Hi', customFields: '{' }), ['customFields']);
  });

  it('are shown at once of the attachments that a form opened with, and not of one that is added', () => {
    const attachments = [attachmentForm(), attachmentForm({ id: 'a2' })];
    const sight = new Problems();

    sight.begin(composition({ attachments: attachments.slice(0, 1) }), 'openedWith');

    assert.deepEqual(shown(sight, { attachments }), ['attachments.0.title']);
    assert.deepEqual(shown(sight, { attachments: attachments.toReversed() }), []);
  });

  it('are not shown at once of a row that was added to an attachment', () => {
    const row = { title: '', value: '', short: true };
    const sight = new Problems();
    sight.begin(composition({ attachments: [attachmentForm({ fields: [row] })] }), 'openedWith');
    const places = [0, 1].map((at) => ({ path: `attachments.0.fields.${at}.title`, text: 'Missing' }));
    sight.cards.rowsOf(attachmentForm({ fields: [row] }));

    const seen = sight.shown(
      places,
      composition({ attachments: [attachmentForm({ fields: [row, row] })] }),
      10,
    );

    assert.deepEqual(seen, places.slice(0, 1));
  });

  it('are all shown of a form that came by itself', () => {
    const sight = new Problems();

    sight.begin(composition({ text: 'Hi' }), 'brought');

    assert.deepEqual(shown(sight), paths);
  });

  it('are found by the field, and of a list by its things', () => {
    assert.equal(problemAt([{ path: 'targets.1', text: 'Not there' }], 'targets'), 'Not there');
    assert.equal(problemAt([{ path: 'targetsElse', text: 'Not it' }], 'targets'), undefined);
  });
});
