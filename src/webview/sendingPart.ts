import * as vscode from 'vscode';
import { ApiError, failureOf } from '../api/errors';
import type { Draft } from '../model/drafts';
import type { Guard } from '../model/guard/guard';
import { checkLeaving } from '../model/guard/leaving';
import { messageId, type MessageId } from '../model/message';
import { edit, TextTooLong } from '../model/messageEditing';
import { placeFrom, samePlace, type Place } from '../model/place';
import type { Written } from '../model/sendingFile';
import type { Outgoing } from '../model/sendingItems';
import { withQuotes } from '../model/sendingText';
import type { Session } from '../model/session';
import type { Meaning } from '../model/slashCommands';
import type { HeldFile } from '../model/uploads';
import { reported } from '../platform/command';
import { explain } from '../platform/explain';
import { log } from '../platform/log';
import { handle } from './handlers';
import type { Part } from './part';
import type { FromPage } from './protocol/conversation';
import { draftFrom } from './sendingDraft';
import { commandFailed, notEditableHere, notSent, notThere, tooLong } from './sendingWords';
import type { MakeReadingPart, ReadingPage } from './sessionPage';

/** What sending uses of the rest of the house. */
export interface SendingServices {
  /** Asked before anything leaves. */
  readonly guard: Guard;
  /** Takes what the box has no place for to where it can be written anew. Resolves once it is kept there. */
  readonly compose?: (session: Session, place: Place, written: Written) => Promise<void>;
  /** Shows the composer that has sent it, and says what has become of it; false where there is none. */
  readonly showComposer?: (message: MessageId) => Promise<boolean>;
}

/** What a person sends from the box: a message, an edit, files, a command; and what is to become of what failed. */
export function sendingPart(services: SendingServices): MakeReadingPart {
  return (page) => new SendingPart(page, services);
}

type Send = Extract<FromPage, { type: 'send' }>;

/** What the guard lets go. */
interface Safe {
  readonly draft: Draft;
  readonly files: readonly HeldFile[];
}

/** Why something was not accepted, in words; undefined where it was. */
type Refusal = string | undefined;

class SendingPart implements Part {
  constructor(
    private readonly page: ReadingPage,
    private readonly services: SendingServices,
  ) {}

  begin(): void {
    // Nothing to tell: what is on its way is among the messages.
  }

  heed(message: FromPage): boolean {
    const { sending } = this.page.session;
    return handle(message, {
      send: (sent) => void this.send(sent),
      resend: ({ message: id }) => void sending.resend(messageId(id)),
      discard: ({ message: id }) => void sending.discard(messageId(id)),
      takeBack: ({ message: id }) => void reported('take back', () => this.takeBack(id)),
    });
  }

  dispose(): void {
    // What was sent goes on without its page.
  }

  private async send({ place: where, draft: view, alsoToRoom = false }: Send): Promise<void> {
    const place = placeFrom(where);
    if (!place) return;
    const draft = draftFrom(view);
    const held = await this.page.session.drafts.hold(place, draft);
    const refusal = await this.accepted(place, draft, alsoToRoom);
    if (refusal === undefined) {
      await held.release();
      return;
    }
    await held.giveBack();
    this.page.tell({ type: 'refused', place, draft, reason: refusal });
  }

  private async accepted(place: Place, draft: Draft, alsoToRoom: boolean): Promise<Refusal> {
    try {
      const safe = await this.pastGuard(place, draft);
      if (!safe) return '';
      if (draft.edits !== undefined) return await this.edit(place, safe.draft);
      if (safe.files.length > 0) return await this.sendFiles(place, safe);
      return await this.say(place, safe.draft, alsoToRoom);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      log.error('send', error);
      return explain(error);
    }
  }

  /** As it may leave; undefined where the person does not want it to. Nothing shows as on its way before. */
  private async pastGuard(place: Place, draft: Draft): Promise<Safe | undefined> {
    const held = draft.edits === undefined ? this.page.session.uploads.waiting(place) : [];
    const checked = await checkLeaving(this.services.guard, { said: draft.text, files: held });
    return checked && { draft: { ...draft, text: checked.said }, files: checked.files };
  }

  private async edit(place: Place, draft: Draft): Promise<Refusal> {
    const { session } = this.page;
    const message = draft.edits && session.messages.get(draft.edits);
    if (!message) return notThere();
    const text = await withQuotes(session, place, { text: draft.text, quotes: draft.quotes ?? [] });
    try {
      await edit(session, message, text);
      return undefined;
    } catch (error) {
      if (error instanceof TextTooLong) return tooLong(error.length - error.limit);
      throw error;
    }
  }

  /** Each file that failed says why itself. */
  private async sendFiles(place: Place, { draft: { text, quotes = [] }, files }: Safe): Promise<Refusal> {
    const { session } = this.page;
    for (const file of files) session.uploads.exchange(file);
    const words = await withQuotes(session, place, { text, quotes });
    const ids = new Set(files.map(({ id }) => id));
    return (await session.uploads.send(place, words, ids)) ? undefined : '';
  }

  private async say(place: Place, { text, quotes = [] }: Draft, alsoToRoom: boolean): Promise<Refusal> {
    if (text.trim() === '' && quotes.length === 0) return undefined;
    const { sending, slashCommands } = this.page.session;
    const meaning = quotes.length > 0 ? textAlone : await slashCommands.meaningOf(text);
    if (meaning.kind === 'command') return this.run(place, meaning.command, meaning.params);
    if (meaning.kind !== 'text') return notSent(meaning);
    await sending.send(place, { text, quotes, alsoToRoom: alsoToRoom && place.thread !== undefined });
    return undefined;
  }

  private async run(place: Place, command: string, params: string): Promise<Refusal> {
    const { session } = this.page;
    try {
      await session.slashCommands.run(place, command, params);
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      log.error(`/${command}`, error);
      return commandFailed(command, failureOf(error)?.kind, error);
    }
  }

  private async takeBack(id: string): Promise<void> {
    const entry = this.page.session.sending.get(messageId(id));
    // There it stands as it was written, and is sent anew once that was changed.
    if (!entry || (await this.services.showComposer?.(entry.id))) return;
    await (entry.extras ? this.takeToComposer(entry) : this.takeToBox(entry));
  }

  private async takeToComposer({ id, place, text, quotes, alsoToRoom, extras }: Outgoing): Promise<void> {
    const { compose } = this.services;
    if (!compose) {
      void vscode.window.showInformationMessage(notEditableHere());
      return;
    }
    const { session } = this.page;
    await compose(session, place, { text, quotes, alsoToRoom, extras });
    await session.sending.takeBack(id);
  }

  private async takeToBox({ id, place, text, quotes }: Outgoing): Promise<void> {
    const { session } = this.page;
    // First into the file: the page may be gone before it tells.
    const held = await session.drafts.hold(place, { text, quotes });
    await session.sending.takeBack(id);
    await held.giveBack();
    if (samePlace(place, this.page.place))
      this.page.tell({ type: 'refused', place, draft: { text, quotes }, reason: '' });
    // A reply that its room shows too is written anew in its thread.
    else if (!this.page.signal.aborted) await this.page.go(place);
  }
}

const textAlone: Meaning = { kind: 'text' };
