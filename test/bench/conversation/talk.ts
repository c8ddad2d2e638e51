import { parse } from '@rocket.chat/message-parser';
import type { MessageView } from '../../../src/webview/protocol/message';
import type { Seed, SeedMessage } from '../../server/data/seed';
import { atMinute, author, messageView } from '../../support/makers/views';
import { person, workspace } from '../../support/workspace';

const speakers = ['bob', 'cleo', 'dan'];

/** Plain messages as developers write them: a few words most of the time, now and then a link, a name, some code. */
const sentences = [
  'Morning! Is anybody looking at the failing build already?',
  'yes, me',
  'It is the cache again: the key does not contain the lock file.',
  'I had the same yesterday, see https://ci.example.com/builds/4711',
  'ok :thumbsup:',
  'Can you have a look at `resolveWorkspace()` in src/model/place.ts when you have five minutes?',
  'Sure. After lunch.',
  '@ann the release notes are ready for review, I would like to publish them *today*.',
  'Done. Two remarks, nothing serious.',
  'The second one is right: we never documented that option, and somebody in #general asked for it twice.',
  'thanks!',
  'Deployed to staging, it takes about ten minutes until all of the nodes have it.\nI will tell you.',
];

function sentenceAt(at: number): string {
  return sentences[(at * 5) % sentences.length] ?? '';
}

/** They speak by turns of three. */
function speakerAt(at: number): string {
  return speakers[Math.floor(at / 3) % speakers.length] ?? '';
}

/** The channel general with so many messages, a minute apart. */
export function longTalk(many: number): Seed {
  const { rooms, ...others } = workspace(person('cleo'), person('dan'));
  const messages = Array.from({ length: many }, (_, at): SeedMessage => ({
    id: `m${at}`,
    room: 'GENERAL',
    from: speakerAt(at),
    at: many - at,
    text: sentenceAt(at),
  }));
  const members = ['ann', ...speakers];
  return { ...others, rooms: rooms.map((room) => ({ ...room, members, created: many })), messages };
}

/** As the host tells a page of it. */
export function spokenView(at: number): MessageView {
  const text = sentenceAt(at);
  return messageView(`m${at}`, {
    text,
    tree: parse(text),
    author: author(speakerAt(at)),
    sentAt: atMinute(at),
  });
}
