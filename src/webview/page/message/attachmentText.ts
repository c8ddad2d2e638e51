import { html, nothing } from 'lit';
import type { AttachmentView } from '../../protocol/message';
import type { Scope } from './attachments';
import { textTemplate } from './text';

/** As Rocket.Chat itself has it, where an attachment does not say. */
const usualMarkdown: readonly string[] = ['text', 'fields', 'pretext'];

/** A text of an attachment, by what the attachment says of its texts. */
export function markdownOr(
  part: 'pretext' | 'text' | 'fields',
  { text = '', tree }: { readonly text?: string; readonly tree?: readonly unknown[] },
  { mrkdwn_in: markdown = usualMarkdown, attachments = [] }: AttachmentView,
  { message, context }: Scope,
): unknown {
  if (text === '' && !tree) return nothing;
  const { mentions, channels } = message;
  if (tree || markdown.includes(part))
    return textTemplate({ text, tree, mentions, channels, attachments }, context);
  return html`<div class="text"><p>${text}</p></div>`;
}
