import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { hasReacted } from '../model/messageReaction';
import type { Session } from '../model/session';
import { plainText } from '../platform/plainText';
import type { Emoji, EmojiList } from './messageSurface';

interface EmojiItem extends vscode.QuickPickItem {
  /** With its colons. */
  readonly name: string;
}

/** Asks which emoji to react with, or which reaction of the person's own to take back. Resolves with its name. */
export async function pickEmoji(
  list: EmojiList,
  session: Session,
  message: Message,
): Promise<string | undefined> {
  await list.load();
  const { username } = session.account;
  const items = emojiItems(list.all(session), list.recent(), { message, username });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Add Reaction'),
    placeHolder: vscode.l10n.t('Type a name, such as tada'),
    matchOnDescription: true,
  });
  return picked && 'name' in picked ? picked.name : undefined;
}

interface Reacted {
  readonly message: Message;
  readonly username: string;
}

/** Those on the message first: mine are taken back. Then the recent ones, then all. */
export function emojiItems(
  all: readonly Emoji[],
  recent: readonly string[],
  { message, username }: Reacted,
): (EmojiItem | vscode.QuickPickItem)[] {
  const byName = new Map(all.flatMap((emoji) => emoji.names.map((name) => [name, emoji] as const)));
  const on = Object.keys(message.reactions);
  const of = (name: string) => item(name, byName.get(bare(name)), hasReacted(message, name, username));
  const lately = recent.filter((name) => byName.has(bare(name)) && !on.includes(colons(name)));
  const shown = new Set([...on, ...lately].map(bare));
  const others = all.filter(({ names }) => !names.some((name) => shown.has(name)));
  return [
    ...group(vscode.l10n.t('On the message'), on.map(of)),
    ...group(
      vscode.l10n.t('Recent'),
      lately.map((name) => of(colons(name))),
    ),
    ...group(
      vscode.l10n.t('All'),
      others.flatMap(({ names: [name] }) => (name === undefined ? [] : [of(colons(name))])),
    ),
  ];
}

function group(label: string, items: readonly EmojiItem[]): (EmojiItem | vscode.QuickPickItem)[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** Its other names are searched too. */
function item(name: string, emoji: Emoji | undefined, isMine: boolean): EmojiItem {
  const others = (emoji?.names ?? []).filter((other) => other !== bare(name)).map(colons);
  return {
    name,
    label: plainText([emoji?.unicode, name].filter((part) => part !== undefined).join(' ')),
    description: plainText(others.join(' ')),
    ...(isMine && { detail: vscode.l10n.t('Takes your reaction back') }),
  };
}

function bare(name: string): string {
  return name.replace(/^:|:$/g, '');
}

function colons(name: string): string {
  return `:${bare(name)}:`;
}
