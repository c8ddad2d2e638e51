import assert from 'node:assert/strict';
import { ApiError } from '../../src/api/errors';
import { explain } from '../../src/platform/explain';
import { foundItems, joinItems, myItems, type TargetItem } from '../../src/views/pickRoomItems';
import { room } from '../support/makers/room';

const hostile = '$(error) [open](command:workbench.action.quit)';

describe('What a server says', () => {
  it('stays text in the reason of a refusal, and in an error of a command', () => {
    const call = { route: 'POST chat.pinMessage', serverText: hostile };
    const refusal = new ApiError('Refused', { kind: 'refused', code: 'no' }, call);

    for (const said of [explain(refusal), explain(new Error(hostile))]) assertPlain(said);
  });

  it('stays text in the rows of the room picker', () => {
    const mine = [
      room('a', { name: hostile }),
      room('b', { name: hostile, isArchived: true, slug: hostile }),
    ];
    const people = [{ username: hostile, name: hostile }];
    const channels = [{ _id: 'c', name: hostile, fname: hostile }];

    const rows = [
      ...myItems(mine, undefined),
      ...myItems([], { id: 'a', name: hostile }),
      ...foundItems({ people, channels }, []),
      ...joinItems('c', hostile),
    ];

    assert.ok(rows.length > 6);
    for (const row of rows) assertPlain(textOf(row));
  });
});

function textOf({ label, description = '' }: TargetItem): string {
  return `${label} ${description}`;
}

function assertPlain(text: string): void {
  assert.doesNotMatch(text, /\]\(|\$\(/);
}
