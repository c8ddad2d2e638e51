import assert from 'node:assert/strict';
import { placeState, type PlaceFacts, type PlaceState } from '../../../src/webview/placeState';

const shown: PlaceFacts = {
  hasPlace: true,
  room: { isJoined: true, isPublic: true },
  messages: { count: 3, isLoading: false, isWaiting: false },
  isOffline: false,
};
const none = { count: 0, isLoading: false, isWaiting: false };
const foreign = { isJoined: false, isPublic: true, obstacle: 'notJoined' } as const;

const table: readonly [string, Partial<PlaceFacts>, PlaceState][] = [
  ['a room that can be read and written in', {}, { notice: undefined, box: 'open' }],
  ['nobody signed in', { signedOut: 'signedOut', hasPlace: false }, { face: 'signedOut', box: 'none' }],
  ['a sign-in that is not taken any more', { signedOut: 'expired' }, { face: 'expired', box: 'none' }],
  ['a keychain that is locked', { signedOut: 'locked' }, { face: 'locked', box: 'none' }],
  ['an account that is being brought back', { signedOut: 'restoring' }, { face: 'restoring', box: 'none' }],
  ['a tab of another account', { isElsewhere: true }, { face: 'elsewhere', box: 'none' }],
  ['no room yet', { hasPlace: false, room: undefined, messages: none }, { face: 'noRoom', box: 'none' }],
  ['a room that is being asked for', { room: undefined, messages: none }, { face: 'loading', box: 'none' }],
  ['messages on their way', { messages: { ...none, isLoading: true } }, { face: 'loading', box: 'open' }],
  [
    'messages that wait for the limit',
    { messages: { ...none, isLoading: true, isWaiting: true } },
    { face: 'waiting', box: 'open' },
  ],
  [
    'messages without a network',
    { messages: { ...none, failed: 'offline' } },
    { face: 'offline', box: 'open' },
  ],
  [
    'messages that may not be read',
    { messages: { ...none, failed: 'forbidden' } },
    { face: 'forbidden', box: 'none' },
  ],
  ['a server with a problem', { messages: { ...none, failed: 'server' } }, { face: 'failed', box: 'none' }],
  [
    'a room that is gone',
    { room: undefined, roomFailed: 'notFound', messages: none },
    { face: 'gone', box: 'none' },
  ],
  [
    'a room that is not told of',
    { room: undefined, roomFailed: 'refused', messages: none },
    { face: 'gone', box: 'none' },
  ],
  [
    'a room that one was sent away from',
    { room: undefined, roomFailed: 'forbidden', messages: none },
    { face: 'gone', box: 'none' },
  ],
  ['an empty room', { messages: none }, { notice: undefined, box: 'open' }],
  ['a channel that one looks at', { room: foreign }, { notice: undefined, box: 'notJoined' }],
  [
    'a channel that shows nothing before joining',
    { room: foreign, messages: { ...none, failed: 'forbidden' } },
    { face: 'join', box: 'none' },
  ],
  ...(['archived', 'encrypted', 'blocked', 'silenced', 'broadcast', 'readOnly'] as const).map(
    (obstacle): [string, Partial<PlaceFacts>, PlaceState] => [
      `a room that is ${obstacle}`,
      { room: { isJoined: true, isPublic: true, obstacle } },
      { notice: undefined, box: obstacle },
    ],
  ),
  ['messages here, and no network', { isOffline: true }, { notice: 'offline', box: 'open' }],
  [
    'messages here, and more that wait for the limit',
    { messages: { ...shown.messages, isWaiting: true } },
    { notice: 'waiting', box: 'open' },
  ],
  [
    'messages here, and more that could not be had',
    { messages: { ...shown.messages, failed: 'server' } },
    { notice: 'failed', box: 'open' },
  ],
];

describe('placeState', () => {
  for (const [name, facts, state] of table) {
    it(`knows ${name}`, () => {
      assert.deepEqual(placeState({ ...shown, ...facts }), state);
    });
  }
});
