import assert from 'node:assert/strict';
import { each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, town } from './town';

const many = Array.from({ length: 12 }, (_, at) => room(`zone-${String(at).padStart(2, '0')}`));
const data = town({ rooms: many });

describe('rooms.autocomplete', () => {
  const server = eachWithServer({ data, now: noon });

  async function complete(kind: string, parameters: Record<string, unknown>, as = 'ann') {
    const { body } = await asking(server(), `GET rooms.autocomplete.${kind}`, as, parameters);
    return { body, names: each(listIn(body, 'items'), 'name') };
  }
  const selector = (name: string) => ({ selector: JSON.stringify({ name }) });

  it('finds own rooms by the beginning of the name, neither archived ones nor discussions', async () => {
    const [c, old, talk] = [
      await complete('channelAndPrivate', selector('C')),
      await complete('channelAndPrivate', selector('old')),
      await complete('channelAndPrivate', selector('talk'), 'bob'),
    ];

    assert.deepEqual([c.names, old.names, talk.names], [['cipher', 'core', 'corechat'], [], []]);
  });

  it('finds a room by its title', async () => {
    const core = server().world.rooms.byId('core') ?? assert.fail();
    core.fname = 'Чай';

    const { names } = await complete('channelAndPrivate', selector('чай'));

    assert.deepEqual(names, ['core']);
  });

  it('gives ten at most, or as many as a page holds', async () => {
    const some = await complete('channelAndPrivate', selector('zone'));
    const page = { ...selector('zone'), offset: 10, count: 5 };
    const paged = await complete('channelAndPrivate.withPagination', page);

    assert.deepEqual([some.names.length, some.names[9]], [10, 'zone-09']);
    assert.deepEqual([paged.names, paged.body['total']], [['zone-10', 'zone-11'], 12]);
    assert.equal('count' in paged.body, false);
  });

  it('finds own rooms that a team could take', async () => {
    const [ann, bob] = [
      await complete('availableForTeams', { name: 'co' }),
      await complete('availableForTeams', { name: 'dev' }, 'bob'),
    ];
    const dev = await complete('availableForTeams', { name: 'dev' });

    assert.deepEqual([ann.names, bob.names, dev.names], [[], [], ['dev']]);
  });

  it('finds all rooms for who administers them', async () => {
    const { names } = await complete('adminRooms', selector('which'), 'root');

    assert.deepEqual(names, ['talk']);
  });

  const method = 'GET rooms.autocomplete.channelAndPrivate';
  refuses(server, [
    ['a missing selector', method, 'ann', {}, "must have required property 'selector'"],
    ['others', 'GET rooms.autocomplete.adminRooms', 'ann', selector('x'), 'error-not-authorized'],
  ]);

  it('refuses a selector that is no JSON in the words of the parser', async () => {
    const { status, body } = await asking(server(), method, 'ann', { selector: '{"name' });

    assert.deepEqual([status, 'errorType' in body], [400, false]);
    assert.match(String(body['error']), /JSON/);
  });
});
