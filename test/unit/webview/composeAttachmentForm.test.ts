import assert from 'node:assert/strict';
import {
  copyOf,
  emptyAttachment,
  foldOf,
  isFilled,
  moved,
  nameOf,
  restKeys,
} from '../../../src/webview/page/compose/attachmentForm';
import { attachmentForm } from '../../support/makers/composition';

describe('An attachment in the form', () => {
  it('is empty to begin with', () => {
    const { id, ...rest } = emptyAttachment();

    assert.deepEqual({ id: 'a1', ...rest }, attachmentForm());
    assert.notEqual(id, emptyAttachment().id);
  });

  it('is called by its title, or by how its text begins', () => {
    assert.equal(nameOf(attachmentForm({ title: ' Load test ', text: 'p95' })), 'Load test');
    assert.equal(nameOf(attachmentForm({ text: '\np95 rose\nsince yesterday' })), 'p95 rose');
    assert.equal(nameOf(attachmentForm({ title: ' ' })), undefined);
  });

  it('is copied under an id of its own', () => {
    const one = attachmentForm({ title: 'Load test' });

    const copy = copyOf(one);

    assert.notEqual(copy.id, one.id);
    assert.deepEqual({ ...copy, id: one.id }, one);
  });

  it('has something in a fold as soon as one of its keys has', () => {
    const ann = attachmentForm({ author_icon: 'https://example.org/ann.png' });

    assert.deepEqual(
      (['fields', 'author', 'media'] as const).map((fold) => isFilled(fold, ann)),
      [false, true, false],
    );
    assert.equal(
      isFilled('fields', attachmentForm({ fields: [{ title: '', value: '', short: true }] })),
      true,
    );
  });

  it('names the keys that are kept besides, and survives what is no JSON', () => {
    assert.deepEqual(restKeys(attachmentForm({ rest: '{"pretext":"Look","actions":[]}' })), [
      'pretext',
      'actions',
    ]);
    for (const rest of ['', '{', '7', 'null']) assert.deepEqual(restKeys(attachmentForm({ rest })), []);
  });
});

describe('foldOf', () => {
  const folds = {
    'fields.1.value': 'fields',
    fields: 'fields',
    author_link: 'author',
    video_url: 'media',
    thumb_url: undefined,
    title: undefined,
  } as const;

  for (const [key, fold] of Object.entries(folds))
    it(`finds ${key} ${fold ? `in ${fold}` : 'in the open'}`, () => {
      assert.equal(foldOf(key), fold);
    });
});

describe('moved', () => {
  it('takes one thing to another place', () => {
    assert.deepEqual(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
    assert.deepEqual(moved(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b']);
    assert.deepEqual(moved(['a', 'b', 'c'], 1, 1), ['a', 'b', 'c']);
  });
});
