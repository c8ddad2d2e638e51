import type { WireMessage } from '../api/wire';
import type { LinkPreview, Mention, Message } from './message';
import { isRecord, optionalText, parsed, records, text } from './parse';
import { roomId } from './room';

type Fields = Readonly<Record<string, unknown>>;

type References = Pick<Message, 'mentions' | 'channels' | 'previews' | 'hidesPreviews'>;

/** The people, rooms and links that a message names; each absent where it names none. */
export function referencesOf(wire: WireMessage): References {
  return {
    mentions: someOf(parsed(records(wire.mentions), mentionOf)),
    channels: someOf(parsed(records(wire.channels), channelOf)),
    previews: someOf(records(wire.urls).flatMap((link) => previewOf(link) ?? [])),
    ...(records(wire.urls).some((link) => link['ignoreParse'] === true) && { hidesPreviews: true }),
  };
}

/** Most messages name nothing: an empty list for each would be kept for nothing. */
function someOf<Entry>(entries: readonly Entry[]): readonly Entry[] | undefined {
  return entries.length > 0 ? entries : undefined;
}

function mentionOf({ _id, username, name, fname, type }: Fields): Mention {
  const id = text(_id, 'a mention');
  const isEverybody = id === 'all' || id === 'here';
  return {
    id,
    // Teams are called by their name.
    username: optionalText(username) ?? (isEverybody ? id : text(name, 'a mention')),
    name: optionalText(fname) ?? optionalText(name),
    kind: isEverybody ? 'everybody' : type === 'team' ? 'team' : 'user',
  };
}

function channelOf({ _id, name, fname }: Fields): NonNullable<Message['channels']>[number] {
  return {
    room: roomId(text(_id, 'a room')),
    name: text(name, 'a room'),
    title: optionalText(fname),
  };
}

/** From the best source to the poorest, as pages describe themselves. */
const titleKeys = ['ogTitle', 'twitterTitle', 'title', 'pageTitle', 'oembedTitle'];
const descriptionKeys = ['ogDescription', 'twitterDescription', 'description'];
const siteKeys = ['ogSiteName', 'oembedProviderName'];
const imageKeys = ['ogImage', 'twitterImage', 'msapplicationTileImage', 'oembedThumbnailUrl'];

function previewOf(link: Fields): LinkPreview | undefined {
  const url = optionalText(link['url']);
  if (url === undefined || link['ignoreParse'] === true) return undefined;
  const meta = isRecord(link['meta']) ? link['meta'] : {};
  const headers = isRecord(link['headers']) ? link['headers'] : {};
  const type = optionalText(headers['contentType']);
  const told = {
    title: firstOf(meta, titleKeys),
    description: firstOf(meta, descriptionKeys),
    site: firstOf(meta, siteKeys),
    image: firstOf(meta, imageKeys),
  };
  const isTold = Object.values(told).some((value) => value !== undefined);
  return isTold || (type !== undefined && isMedia(type)) ? { url, ...told, type } : undefined;
}

/** A page of which nothing else is known has no preview. */
function isMedia(type: string): boolean {
  return /^(?:image|audio|video)\//i.test(type);
}

function firstOf(fields: Fields, keys: readonly string[]): string | undefined {
  return keys.map((key) => optionalText(fields[key])).find((value) => value !== undefined);
}
