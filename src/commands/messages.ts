import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Guard } from '../model/guard/guard';
import type { Message } from '../model/message';
import type { CurrentSession, Session } from '../model/session';
import { command } from '../platform/command';
import { allowing } from './allowing';
import type { Conversations } from './conversations';
import { attempt, type MessageAction, type MessageQuestion } from './messageAction';
import { answers } from './messageAnswers';
import { authors } from './messageAuthors';
import { composed } from './compose';
import type { Composer } from './composer';
import { changes } from './messageChanges';
import { copies } from './messageCopies';
import { marks } from './messageMarks';
import { readers } from './messageReaders';
import { sequels } from './messageSequels';
import type { EmojiList, MessageSurface } from './messageSurface';
import { Offers } from './offers';
import { signedIn } from './signedIn';
import { threadActions } from './threads';

/** What these commands need of the trees. */
export interface MessageRows {
  messageOf(row: unknown): Message | undefined;
  /** The rows that are selected, while they are seen. */
  allSelected(): readonly unknown[];
}

export interface MessageServices {
  readonly rows: MessageRows;
  readonly surface: MessageSurface;
  readonly conversations: Pick<Conversations, 'open'>;
  readonly emoji: EmojiList;
  readonly composer: Composer;
  readonly guard: Guard;
  /** For when there is no message at hand. */
  readonly pick: (session: Session, question: MessageQuestion) => Promise<Message | undefined>;
}

/** Everything that is done to messages: from the menus of rows and of pages, by key, and from the palette. */
export function registerMessageCommands(current: CurrentSession, services: MessageServices): Disposable {
  const lifetime = new Lifetime();
  for (const action of messageActions(services)) {
    const run = (args: readonly unknown[]) => (session: Session) =>
      perform(action, session, { args, services });
    lifetime.own(command(action.command, (...args) => signedIn(current, run(args))));
  }
  lifetime.own(new Offers(current));
  return lifetime;
}

export function messageActions({
  surface,
  conversations,
  emoji,
  composer,
  guard,
}: MessageServices): readonly MessageAction[] {
  return [
    ...answers(surface, emoji),
    ...changes(surface),
    ...composed(composer),
    ...marks(),
    ...threadActions(),
    ...sequels({ conversations, guard }),
    ...copies(surface),
    ...readers(),
    ...authors(guard),
  ];
}

export interface Asked {
  /** As VS Code passes them to a command. */
  readonly args: readonly unknown[];
  readonly services: MessageServices;
}

export async function perform(action: MessageAction, session: Session, asked: Asked): Promise<void> {
  const messages = await meant(action, session, asked);
  if (messages.length > 0) await attempt(action, session, messages);
}

/** What keys in the trees pass: they mean nothing but the rows selected there. */
const fromRows = 'rows';

/**
 * Those of the rows or of the page's menu; by key and from the palette the one at hand in the page, or those of the
 * rows selected; or else the one that is asked for.
 */
async function meant(
  action: MessageAction,
  session: Session,
  { args, services }: Asked,
): Promise<readonly Message[]> {
  const applies = (message: Message) => session.rights.offered(message).includes(action.action);
  const { title, nothing } = action;
  if (args[0] === fromRows) return allowing(selected(services), applies, title);
  const passed = messagesPassed(args, services);
  if (passed.length > 1) return allowing(passed, applies, title);
  // Of a single one the server may know better what can be done.
  if (passed.length === 1) return passed;
  const atHand = messagesAtHand(services).filter(applies);
  if (atHand.length > 0) return atHand;
  const picked = await services.pick(session, { title, nothing, applies });
  return picked ? [picked] : [];
}

/** A tree passes the row, and all that are selected if it is one of them; the row comes first. */
function messagesPassed([row, selected]: readonly unknown[], services: MessageServices): readonly Message[] {
  const others: readonly unknown[] = Array.isArray(selected) ? selected : [];
  const { rows, surface } = services;
  const found = [row, ...others].map((one) => rows.messageOf(one) ?? surface.messageOf(one));
  return unique(found);
}

function messagesAtHand(services: MessageServices): readonly Message[] {
  const inPage = services.surface.atHand();
  return inPage ? [inPage] : selected(services);
}

function selected({ rows }: MessageServices): readonly Message[] {
  return unique(rows.allSelected().map((row) => rows.messageOf(row)));
}

/** The same message can have rows in several places. */
function unique(found: readonly (Message | undefined)[]): readonly Message[] {
  const messages = found.filter((message) => message !== undefined);
  return [...new Map(messages.map((message) => [message.id, message])).values()];
}
