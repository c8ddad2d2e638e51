import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageContext } from '../../src/model/messageContext';
import { actions, type Action } from '../../src/model/offers';
import { message } from '../support/makers/message';

interface Entry {
  readonly command: string;
  readonly when: string;
}

// The shape is what the suite beside this one is about.
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly menus: {
      readonly 'view/item/context': readonly Entry[];
      readonly 'webview/context': readonly Entry[];
    };
  };
};
const { 'view/item/context': entries, 'webview/context': ofPages } = manifest.contributes.menus;

/** The command of each thing that can be done to a message. */
const commandOf: Readonly<Record<Action, string>> = {
  reply: 'replyInThread',
  quote: 'quoteMessage',
  react: 'addReaction',
  edit: 'editMessage',
  editInComposer: 'editInComposer',
  delete: 'deleteMessage',
  pin: 'pinMessage',
  unpin: 'unpinMessage',
  star: 'starMessage',
  unstar: 'unstarMessage',
  follow: 'followThread',
  unfollow: 'unfollowThread',
  report: 'reportMessage',
  ignore: 'ignoreUser',
  unignore: 'unignoreUser',
  receipts: 'showReadReceipts',
  copyText: 'copyMessageText',
  copyLink: 'copyMessageLink',
  open: 'openMessageInBrowser',
  show: 'showInConversation',
  discuss: 'discussMessage',
  markUnread: 'markUnreadFromMessage',
};

const ofAnyRoom = [
  'openRoom',
  'openRoomInEditor',
  'compose',
  'searchMessages',
  'copyRoomLink',
  'openRoomInBrowser',
];
const ofOwnRoom = [...ofAnyRoom, 'showMembers', 'newDiscussion', 'leaveRoom'];

/** What each row of the Rooms view offers, where the server has everything; a row with nothing offers nothing. */
const offered: Readonly<Record<string, readonly string[]>> = {
  'section.unread': [],
  'section.saved': [],
  'room.read': ofAnyRoom,
  'room.unread.markRead.favorite.mute.members.discuss.leave': [
    ...ofOwnRoom,
    'markRoomRead',
    'favoriteRoom',
    'muteRoom',
  ],
  'room.read.markUnread.unfavorite.unmute.members.discuss.leave': [
    ...ofOwnRoom,
    'markRoomUnread',
    'unfavoriteRoom',
    'unmuteRoom',
  ],
  'list.threads': [],
  'list.pinned': ['filterPinned'],
  'list.pinned.filtered': ['clearPinnedFilter', 'filterPinned'],
  'list.starred': [],
  'list.mentions': [],
  'list.discussions': [],
  'discussion.join': ['openRoom', 'openRoomInEditor', 'joinRoom'],
  'discussion.joined.unread.markRead.favorite.mute.leave': [
    ...ofAnyRoom,
    'markRoomRead',
    'favoriteRoom',
    'muteRoom',
    'leaveRoom',
  ],
  [rowOf({ isUnread: false, offers: [] })]: [],
  [rowOf({ isUnread: true, offers: ['open', 'unpin'] })]: [
    'markThreadRead',
    'openMessageInBrowser',
    'unpinMessage',
  ],
  [rowOf({ isUnread: false, offers: actions })]: [...Object.values(commandOf), 'compose'],
  more: [],
  'note.empty': [],
  'note.unmatched': [],
  'note.failed': [],
  look: [],
  search: [],
};

/** Where one may answer a thread, one may compose for it. */
function ofRow(action: Action): readonly string[] {
  return action === 'reply' ? [commandOf[action], 'compose'] : [commandOf[action]];
}

/** Those that the Threads view has, too. */
const inThreads = /^(message|more|note|search)\b/;

describe('The menus of rows', () => {
  for (const [value, commands] of Object.entries(offered)) {
    it(`offer what fits a row that is ${value}`, () => {
      assert.deepEqual(menuOf('rocketchat.rooms', value), sorted(commands));
    });
  }

  for (const [value, commands] of Object.entries(offered).filter(([value]) => inThreads.test(value))) {
    it(`offer the same in the Threads view for ${value}`, () => {
      assert.deepEqual(menuOf('rocketchat.threads', value), sorted(commands));
    });
  }

  for (const action of actions) {
    it(`offer ${action} where it is possible, in rows and in pages, and nothing else by it`, () => {
      const value = rowOf({ isUnread: false, offers: [action] });

      assert.deepEqual(menuOf('rocketchat.rooms', value), sorted(ofRow(action)));
      assert.deepEqual(menuOfPage(value), [commandOf[action]]);
    });
  }

  it('offer to read several rows of which one, that a click has shown, is read already', () => {
    const rows = ['room.unread.markRead.mute', 'room.read.markUnread.mute'];
    const ofAll = entries.filter(({ command }) => command === 'rocketchat.markRoomRead');

    // Of several rows, VS Code offers only what each of them does.
    for (const row of rows) assert.ok(ofAll.some((entry) => fits(entry, row)));
  });

  for (const [value, commands] of Object.entries(offered).filter(([value]) => value.startsWith('room.'))) {
    it(`offer the same, but to open it, in the header of a room that is ${value}`, () => {
      assert.deepEqual(menuOfPage(value), sorted(commands.filter((command) => command !== 'openRoom')));
    });
  }

  it('offer to join in the header of a room that one only looks at', () => {
    assert.ok(menuOfPage('room.read.join').includes('joinRoom'));
  });

  it('have no entry for rows that there are not', () => {
    const reached = entries.filter((entry) => Object.keys(offered).some((value) => fits(entry, value)));

    assert.deepEqual(
      entries.filter((entry) => !reached.includes(entry)),
      [],
    );
  });

  it('are looked at for every kind of row that the views draw', () => {
    const drawn = readdirSync('src/views').flatMap((file) => {
      const text = readFileSync(join('src/views', file), 'utf8');
      return [...text.matchAll(/contextValue = .*?['`](\w+)/g)].map((match) => match[1]);
    });
    const known = new Set(Object.keys(offered).map((value) => value.split('.')[0]));

    assert.ok(drawn.length > 0);
    assert.deepEqual(
      drawn.filter((kind) => !known.has(kind)),
      [],
    );
  });
});

function rowOf({ isUnread, offers }: { isUnread: boolean; offers: readonly Action[] }): string {
  return messageContext(message('m', { replies: 1 }), isUnread, offers);
}

function menuOfPage(value: string): string[] {
  const shown = ofPages.filter(({ when }) => {
    const pattern = /rocketchatItem =~ \/(\S+)\//.exec(when)?.[1];
    return pattern !== undefined && new RegExp(pattern).test(value);
  });
  return sorted(new Set(shown.map(({ command }) => command.replace('rocketchat.', ''))));
}

function menuOf(view: string, value: string): string[] {
  const shown = entries.filter((entry) => isIn(entry, view) && isOfOne(entry) && fits(entry, value));
  return sorted(new Set(shown.map(({ command }) => command.replace('rocketchat.', ''))));
}

function isOfOne({ when }: Entry): boolean {
  return !when.includes('listMultiSelection');
}

function isIn({ when }: Entry, view: string): boolean {
  const pattern = /^view =~ \/(\S+)\/ /.exec(when)?.[1];
  return pattern === undefined ? when.startsWith(`view == ${view} `) : new RegExp(pattern).test(view);
}

function fits({ when }: Entry, value: string): boolean {
  const pattern = /viewItem =~ \/(\S+)\//.exec(when)?.[1];
  return pattern !== undefined && new RegExp(pattern).test(value);
}

function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort();
}
