import assert from 'node:assert/strict';
import { itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking } from './refusals';
import { noon, town } from './town';

describe('channels.addAll and groups.addAll', () => {
  const server = eachWithServer({ data: town(), now: noon, settings: { API_User_Limit: 6 } });

  it('bring in everyone who is not there yet, active or not', async () => {
    const gast = server().world.users.byUsername('gast') ?? assert.fail();
    gast.active = false;

    const { body } = await asking(server(), 'POST channels.addAll', 'root', { roomId: 'dev' });

    assert.equal(itemIn(body, 'channel')['usersCount'], 6);
  });

  it('leave out who is not active if asked to', async () => {
    const gast = server().world.users.byUsername('gast') ?? assert.fail();
    gast.active = false;

    const { body } = await asking(server(), 'POST channels.addAll', 'root', {
      roomId: 'dev',
      activeUsersOnly: true,
    });

    assert.equal(itemIn(body, 'channel')['usersCount'], 5);
  });

  it('do nothing in a workspace of too many', async () => {
    server().settings.set('API_User_Limit', 5);

    const { body } = await asking(server(), 'POST channels.addAll', 'root', { roomId: 'dev' });

    assert.equal(body['error'], 'User Limit Exceeded [error-user-limit-exceeded]');
  });

  it('have a number as code for who may not', async () => {
    const { body } = await asking(server(), 'POST groups.addAll', 'ann', { roomId: 'secret' });

    assert.deepEqual([body['error'], body['errorType']], ['Access to Method Forbidden [403]', 403]);
  });
});
