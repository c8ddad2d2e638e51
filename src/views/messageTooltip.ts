import * as vscode from 'vscode';
import type { WireAttachment } from '../api/wire';
import type { Message } from '../model/message';
import { replyCount } from './counts';
import { escapeMarkdown, messageMarkdown } from './messageMarkdown';
import { firstLine } from './messageItem';
import { absoluteTime } from './relativeTime';
import type { ShownMessage } from './shownMessage';

/** The whole message, rendered without trusting it: no commands, no html, no images. */
export function messageTooltip(message: ShownMessage): vscode.MarkdownString {
  const parts = [
    head(message),
    body(message),
    ...(message.isIgnored ? [] : message.attachments.slice(0, 5).map(attachment)),
    foot(message),
  ];
  return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
}

function head(message: Message): string {
  const { name, username } = message.author;
  const author =
    name === username
      ? `**${escapeMarkdown(name)}**`
      : `**${escapeMarkdown(name)}** @${escapeMarkdown(username)}`;
  // For the server, deleting is an edit.
  const isEdited = message.editedAt !== undefined && message.kind !== 'deleted';
  const edited = isEdited ? ` · ${vscode.l10n.t('edited')}` : '';
  return `${author} · ${escapeMarkdown(absoluteTime(message.sentAt))}${edited}`;
}

function body(message: ShownMessage): string {
  const { kind, text, isIgnored } = message;
  const isSaid = kind === 'said' && !isIgnored;
  if (isSaid && text === '' && message.attachments.length > 0) return '';
  if (!isSaid || text === '') return `_${escapeMarkdown(firstLine(message))}_`;
  return message.tree ? messageMarkdown(message.tree) : escapeMarkdown(text).replace(/\n/g, '  \n');
}

function attachment(wire: WireAttachment): string {
  const fields = (wire.fields ?? []).map((field) => `${words(field.title)}: ${words(field.value)}`);
  const lines = [wire.author_name, wire.title, wire.pretext, wire.text, wire.description].map(words);
  return [...lines, ...fields]
    .filter((line) => line !== '')
    .map((line) => line.replace(/^/gm, '> '))
    .join('  \n');
}

function foot(message: Message): string {
  const reactions = Object.entries(message.reactions).map(
    ([name, people]) => `${escapeMarkdown(name)} ${people.length}`,
  );
  const replies = message.replies > 0 ? [replyCount(message.replies)] : [];
  const pinned = message.isPinned
    ? [
        message.pinnedBy
          ? vscode.l10n.t('pinned by {0}', escapeMarkdown(message.pinnedBy))
          : vscode.l10n.t('pinned'),
      ]
    : [];
  const starred = message.isStarred ? [vscode.l10n.t('starred')] : [];
  return [...reactions, ...replies, ...pinned, ...starred].join(' · ');
}

/** Attachments come as the server keeps them: a value may be anything. */
function words(value: unknown): string {
  return typeof value === 'string' ? escapeMarkdown(value) : '';
}
