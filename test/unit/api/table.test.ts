import assert from 'node:assert/strict';
import { endpoints } from '../../../src/api/client';
import type { AnyEndpoint } from '../../../src/api/endpoint';

const table = Object.values(endpoints).flatMap((entries) => Object.values<AnyEndpoint>(entries));

/** Writes that a lost answer leaves us free to repeat. */
const repeatable = [
  'users.setStatus',
  'users.setPreferences',
  'rooms.join',
  'rooms.favorite',
  'rooms.saveNotification',
  'rooms.open',
  'channels.join',
  'channels.setAnnouncement',
  'channels.setJoinCode',
  'channels.setCustomFields',
  'groups.setTopic',
  'groups.setDescription',
  'groups.setPurpose',
  'groups.setAnnouncement',
  'groups.setCustomFields',
  'groups.setEncrypted',
  'im.create',
  'im.open',
  'im.setTopic',
  'im.blockUser',
  'chat.pinMessage',
  'chat.unPinMessage',
  'chat.starMessage',
  'chat.unStarMessage',
  'chat.followMessage',
  'chat.unfollowMessage',
];

/** What is asked without the token. */
const anonymous = [
  'info',
  'login',
  'users.register',
  'users.2fa.sendEmailCode',
  'settings.public',
  'settings.oauth',
];

describe('the table of endpoints', () => {
  it('names each method of the server once', () => {
    const names = table.map(({ name }) => name);

    assert.deepEqual(names, [...new Set(names)]);
  });

  it('has only names that need no encoding', () => {
    const odd = table.filter((endpoint) => !/^[A-Za-z0-9.-]+$/.test(endpoint.name));

    assert.deepEqual(odd, []);
  });

  it('lets no other writes be repeated than these', () => {
    const safe = table.filter(({ verb, isSafe }) => verb === 'POST' && isSafe);

    assert.deepEqual(
      safe.map(({ name }) => name),
      repeatable,
    );
  });

  it('lets no others be asked without the token than these', () => {
    const open = table.filter(({ isAnonymous }) => isAnonymous);

    assert.deepEqual(
      open.map(({ name }) => name),
      anonymous,
    );
  });
});
