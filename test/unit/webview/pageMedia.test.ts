import assert from 'node:assert/strict';
import { MediaShelf } from '../../../src/webview/page/shared/media';

describe('MediaShelf', () => {
  const ready = (size: number) =>
    ({ state: 'ready', type: 'image/png', bytes: new Uint8Array(size) }) as const;
  const leave = (shelf: MediaShelf) => shelf.follow('a', () => undefined)();

  it('asks once for what several show', () => {
    const asked: unknown[] = [];
    const shelf = new MediaShelf((message) => asked.push(message));

    shelf.follow('a', () => undefined);
    shelf.follow('a', () => undefined);

    assert.deepEqual(asked, [{ type: 'media', source: 'a' }]);
  });

  it('keeps a small picture that comes after its message has gone', () => {
    const shelf = new MediaShelf(() => undefined);
    leave(shelf);

    shelf.take('a', ready(100));

    assert.notEqual(shelf.get('a'), undefined);
  });

  it('lets go of a large one that comes after its message has gone', () => {
    const shelf = new MediaShelf(() => undefined);
    leave(shelf);

    shelf.take('a', ready(100_000));

    assert.equal(shelf.get('a'), undefined);
  });

  it('asks another account for what it shows, and keeps nothing of the first one', async () => {
    const asked: unknown[] = [];
    const shelf = new MediaShelf((message) => asked.push(message));
    shelf.take('seen before', ready(100));
    shelf.follow('a', () => undefined);
    shelf.take('a', ready(100));
    asked.length = 0;

    shelf.forget();
    await new Promise((done) => setTimeout(done));

    assert.deepEqual([shelf.get('seen before'), shelf.addressOf('a')], [undefined, undefined]);
    assert.deepEqual(asked, [{ type: 'media', source: 'a' }]);
  });
});
