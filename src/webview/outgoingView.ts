import { attachmentsFromWire } from '../model/attachment';
import type { Outgoing } from '../model/sendingItems';
import { attachmentView, avatarOf, type Beholder } from './messageView';
import type { AttachmentView, AuthorView, DeliveryView, MessageView } from './protocol/message';

/**
 * A message of mine that the server does not have yet, as it will look when it has: nothing can be done to it but what
 * its delivery offers.
 */
export function outgoingView(entry: Outgoing, beholder: Beholder, reason?: string): MessageView {
  const { id, acceptedAt, text, state } = entry;
  return {
    id,
    kind: 'said',
    author: authorView(entry, beholder),
    sentAt: acceptedAt,
    text,
    attachments: attachmentViews(entry),
    files: [],
    previews: [],
    mentions: [],
    channels: [],
    reactions: [],
    isStarred: false,
    mentionsMe: false,
    standsAlone: false,
    delivery: deliveryOf(entry, reason),
    hasBlocks: false,
    offers: [],
    contextValue: `outgoing.${state}`,
  };
}

function authorView({ extras = {} }: Outgoing, { me: { id, username } }: Beholder): AuthorView {
  const { alias: name = username, avatar = avatarOf(username), emoji } = extras;
  return { id, username, name, showsUsername: name !== username, isMe: true, avatar, emoji };
}

/** The server puts its quotes behind what a message brings along. */
function attachmentViews({ extras, quotes }: Outgoing): readonly AttachmentView[] {
  const own = attachmentsFromWire(extras?.attachments).map(attachmentView);
  return [...own, ...quotes.map(({ author, text }) => ({ author_name: author, text, message_link: '' }))];
}

/** What waits goes by itself, and says why not yet. */
function deliveryOf({ state }: Outgoing, reason: string | undefined): DeliveryView {
  return { state: state === 'failed' ? 'failed' : 'sending', reason };
}
