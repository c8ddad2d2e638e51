import assert from 'node:assert/strict';
import { bytesUpTo } from '../../../src/base/bytes';

describe('bytesUpTo', () => {
  let asked: number;
  let isCancelled: boolean;

  beforeEach(() => ([asked, isCancelled] = [0, false]));

  /** Three bytes at a time. */
  function body(pieces: number): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream(
      {
        pull: (controller) => {
          asked += 1;
          if (asked > pieces) controller.close();
          else controller.enqueue(new Uint8Array(3));
        },
        cancel: () => void (isCancelled = true),
      },
      { highWaterMark: 0 },
    );
  }

  it('gives all where that is no more than the limit', async () => {
    const read = await bytesUpTo(6, body(2));

    assert.deepEqual(
      read?.map(({ byteLength }) => byteLength),
      [3, 3],
    );
  });

  it('reads no further once there is more', async () => {
    const read = await bytesUpTo(5, body(1000));

    assert.deepEqual([read, asked, isCancelled], [undefined, 2, true]);
  });
});
