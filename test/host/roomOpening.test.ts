import assert from 'node:assert/strict';
import type { Conversations, Opening } from '../../src/commands/conversations';
import { answer, RowClick, type RowOpening } from '../../src/commands/roomOpening';
import { messageId } from '../../src/model/message';
import { samePlace, type Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';

const dev: RowOpening = { place: { room: roomId('dev') } };
const ops: RowOpening = { place: { room: roomId('ops') } };
const pin: RowOpening = { ...dev, message: messageId('m') };

/** Remembers what was opened, and shows the last of it. */
function conversations() {
  const opened: { readonly place: Place; readonly how: Opening | undefined }[] = [];
  const shown: Conversations = {
    open: (place, how) => {
      opened.push({ place, how });
      return Promise.resolve();
    },
    isShown: (place) => samePlace(opened.at(-1)?.place, place),
  };
  return { shown, focus: () => opened.map(({ how }) => how?.focus), opened };
}

describe('A click on a row', () => {
  it('shows the room and leaves the focus where it is', async () => {
    const { shown, focus } = conversations();

    await new RowClick(shown).on(dev);

    assert.deepEqual(focus(), [undefined]);
  });

  it('goes to the answer box where the room is shown already', async () => {
    const { shown, focus } = conversations();
    const click = new RowClick(shown);

    await click.on(dev);
    await click.on(dev);

    assert.deepEqual(focus(), [undefined, 'box']);
  });

  it('counts as the second while the first is still on its way', async () => {
    const { shown, focus } = conversations();
    const click = new RowClick({ ...shown, isShown: () => false });

    await Promise.all([click.on(dev), click.on(dev)]);

    assert.deepEqual(focus(), [undefined, 'box']);
  });

  it('goes from room to room without taking the focus', async () => {
    const { shown, focus } = conversations();
    const click = new RowClick(shown);

    await click.on(dev);
    await click.on(ops);
    await click.on(dev);

    assert.deepEqual(focus(), [undefined, undefined, undefined]);
  });

  it('jumps to a message each time anew', async () => {
    const { shown, opened } = conversations();
    const click = new RowClick(shown);

    await click.on(pin);
    await click.on(pin);

    assert.deepEqual(
      opened.map(({ how }) => how),
      [{ message: 'm' }, { message: 'm' }],
    );
  });

  it('does nothing on a row that leads nowhere', async () => {
    const { shown, opened } = conversations();

    await new RowClick(shown).on(undefined);

    assert.deepEqual(opened, []);
  });
});

describe('Enter on a row', () => {
  async function enter(...selected: readonly (RowOpening | undefined)[]) {
    const { shown, opened } = conversations();
    await answer({ allSelected: () => selected, openingOf: (row) => row as RowOpening | undefined }, shown);
    return opened.map(({ how }) => how);
  }

  it('goes to the answer box of a room', async () => {
    assert.deepEqual(await enter(dev), [{ focus: 'box' }]);
  });

  it('goes to the message of a row that stands for one', async () => {
    assert.deepEqual(await enter(pin), [{ message: 'm', focus: 'messages' }]);
  });

  it('does nothing on a row that leads nowhere, or on several', async () => {
    assert.deepEqual([await enter(undefined), await enter(dev, ops)], [[], []]);
  });
});
