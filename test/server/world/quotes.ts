import { canAccess } from './access';
import type { Message, User } from './documents';
import type { World } from './world';

type Attachment = NonNullable<Message['attachments']>[number];

/**
 * Links to messages of this server become attachments with the quoted text, where the author may see them.
 * A link by another name of the server stays a plain link.
 */
export function addQuotes(world: World, message: Message, author: User): void {
  for (const entry of message.urls ?? []) {
    const link = typeof entry['url'] === 'string' ? entry['url'] : '';
    const quoted = quotedMessage(world, link, author);
    if (!quoted) continue;
    const others = (message.attachments ?? []).filter((attachment) => attachment['message_link'] !== link);
    message.attachments = [...others, quoteOf(world, quoted, link)];
    entry['ignoreParse'] = true;
  }
}

/** The path by which the web client shows a person's picture. */
export function avatarPath(world: World, username: string): string {
  return `${pathPrefix(world)}/avatar/${encodeURIComponent(username)}`;
}

/** Empty for a server that does not live under a path. */
export function pathPrefix(world: World): string {
  const site = world.text('Site_Url');
  return URL.canParse(site) ? new URL(site).pathname.replace(/\/$/, '') : '';
}

function quotedMessage(world: World, link: string, author: User): Message | undefined {
  const site = world.text('Site_Url');
  if (site === '' || !link.includes(site) || !URL.canParse(link)) return undefined;
  const message = world.messages.byId(new URL(link).searchParams.get('msg') ?? '');
  const room = message && world.rooms.byId(message.rid);
  return room && canAccess(world, author, room) ? message : undefined;
}

function quoteOf(world: World, message: Message, link: string): Attachment {
  const { username } = message.u;
  const realName = world.isOn('UI_Use_Real_Name') ? message.u.name : undefined;
  return {
    text: message.msg,
    md: message.md,
    message_link: link,
    author_name: message.alias ?? realName ?? username,
    author_icon: avatarPath(world, username),
    attachments: nested(message.attachments ?? [], world.number('Message_QuoteChainLimit')),
    ts: message.ts,
  };
}

/** Quotes in quotes, as deep as the chain may be; other attachments come along whole. */
function nested(attachments: readonly Attachment[], chainLimit: number, depth = 1): Attachment[] {
  if (chainLimit < 2) return [];
  return attachments.map((attachment) => {
    if (attachment['message_link'] === undefined) return attachment;
    const { attachments: inner, ...quote } = attachment;
    if (depth >= chainLimit - 1 || !Array.isArray(inner)) return quote;
    // A quote's attachments were made here or checked to be objects.
    return { ...quote, attachments: nested(inner as Attachment[], chainLimit, depth + 1) };
  });
}
