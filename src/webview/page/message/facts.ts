import type { ChannelView, MentionView, MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';

/** What is known of whom and what a text names. */
export interface Facts {
  readonly context: PageContext;
  readonly mentions: ReadonlyMap<string, MentionView>;
  readonly channels: ReadonlyMap<string, ChannelView>;
  /** Addresses that stand there as quotes: an empty link to one is not shown. */
  readonly quoted: ReadonlySet<string>;
}

/** A text with those whom the server found in it. */
export type Named = Partial<Pick<MessageView, 'mentions' | 'channels' | 'attachments'>>;

export function factsOf(
  { mentions = [], channels = [], attachments = [] }: Named,
  context: PageContext,
): Facts {
  return {
    context,
    mentions: new Map(mentions.map((mention) => [mention.username, mention])),
    channels: new Map(channels.map((channel) => [channel.name, channel])),
    quoted: new Set(
      attachments.flatMap(({ message_link: link }) => (link === undefined ? [] : [addressOf(link)])),
    ),
  };
}

/** As links of texts are written after they were checked. */
function addressOf(link: string): string {
  return URL.parse(link)?.href ?? link;
}
