import { parse } from '@rocket.chat/message-parser';
import { meteorError } from '../failures';
import type { Message } from './documents';
import type { World } from './world';

type Mention = NonNullable<Message['mentions']>[number];
type ChannelMention = NonNullable<Message['channels']>[number];

/** What a listed word becomes: stars, as many as it has letters. */
export function censored(world: World, text: string): string {
  if (!world.isOn('Message_AllowBadWordsFilter')) return text;
  const words = world
    .text('Message_BadWordsFilterList')
    .split(',')
    .map((word) => word.trim().toLowerCase());
  return text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    words.includes(word.toLowerCase()) ? '*'.repeat(word.length) : word,
  );
}

export function markdownTree(world: World, text: string): unknown[] {
  return parse(text, {
    colors: world.isOn('HexColorPreview_Enabled'),
    emoticons: true,
    customDomains: world
      .text('Message_CustomDomain_AutoLink')
      .split(',')
      .map((domain) => domain.trim()),
    ...(world.isOn('Katex_Enabled') && {
      katex: {
        dollarSyntax: world.isOn('Katex_Dollar_Syntax'),
        parenthesisSyntax: world.isOn('Katex_Parenthesis_Syntax'),
      },
    }),
  });
}

/** `all` and `here`, and of the others those who exist: people and teams. */
export function mentionsIn(world: World, text: string, rid: string): Mention[] {
  const names = namesAfter('@', world, text);
  const groups = names.filter(isGroup).map((name) => ({ _id: name, username: name }));
  if (groups.length > 0) refuseInCrowds(world, rid);
  const others = [...new Set(names.filter((name) => !isGroup(name)))];
  return [...groups, ...others.flatMap((name) => [...userMention(world, name), ...teamMention(world, name)])];
}

export function channelsIn(world: World, text: string): ChannelMention[] {
  const rooms = [...new Set(namesAfter('#', world, text))].map((name) => world.rooms.byName(name));
  return rooms.flatMap((room) =>
    room?.name === undefined ? [] : [{ _id: room._id, name: room.name, fname: room.fname }],
  );
}

function isGroup(name: string): boolean {
  return name === 'all' || name === 'here';
}

function userMention(world: World, name: string): Mention[] {
  const user = world.users.byUsername(name);
  return user ? [{ _id: user._id, username: user.username, name: user.name, type: 'user' }] : [];
}

function teamMention(world: World, name: string): Mention[] {
  const room = world.rooms.byName(name);
  return room?.teamMain && room.teamId !== undefined ? [{ _id: room.teamId, name, type: 'team' }] : [];
}

/** The room's size is looked at, not the sender's rights: those are checked elsewhere. */
function refuseInCrowds(world: World, rid: string): void {
  const limit = world.number('Message_MaxAll');
  if (limit <= 0 || world.subscriptions.inRoom(rid).length <= limit) return;
  const action = `Group mentions are disabled in rooms with more than ${limit} members`;
  throw meteorError('error-action-not-allowed', action, { method: 'filterATAllTag', action });
}

function namesAfter(sign: '@' | '#', world: World, text: string): string[] {
  const pattern = world.text('UTF8_User_Names_Validation') || '[0-9a-zA-Z-_.]+';
  const found = withoutCode(text).matchAll(new RegExp(`(?:^|\\s|>)${sign}(${pattern})`, 'gm'));
  return [...found].flatMap((match) => match[1] ?? []);
}

/** Names and links inside code are only shown. */
export function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]+`/g, ' ');
}
