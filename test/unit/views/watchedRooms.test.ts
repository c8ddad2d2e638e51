import assert from 'node:assert/strict';
import { WatchedRooms } from '../../../src/views/watchedRooms';
import { ids } from '../../support/makers/room';

/** Says each time what is watched now. */
function watching() {
  const said: string[] = [];
  const watch = (room: string) => {
    said.push(`+${room}`);
    return { dispose: () => void said.push(`-${room}`) };
  };
  return { said, rooms: new WatchedRooms({ watch }) };
}

describe('WatchedRooms', () => {
  it('watches each room once, as long as it is seen', () => {
    const { said, rooms } = watching();

    rooms.show(new Set(ids('a', 'b')));
    rooms.show(new Set(ids('b', 'c')));
    rooms.show(new Set(ids('b', 'c')));

    assert.deepEqual(said, ['+a', '+b', '-a', '+c']);
  });

  it('lets go of all when nobody looks any more', () => {
    const { said, rooms } = watching();
    rooms.show(new Set(ids('a', 'b')));

    rooms.dispose();

    assert.deepEqual(said.slice(2), ['-a', '-b']);
  });
});
