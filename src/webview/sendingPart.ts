import { ApiError, failureOf } from '../api/errors';
import type { Draft } from '../model/drafts';
import { messageId } from '../model/message';
import { edit, TextTooLong } from '../model/messageEditing';
import { placeFrom, samePlace, type Place } from '../model/place';
import { withQuotes } from '../model/sendingText';
import type { Meaning } from '../model/slashCommands';
import { explain } from '../platform/explain';
import { log } from '../platform/log';
import { handle } from './handlers';
import type { Part } from './part';
import type { FromPage } from './protocol/conversation';
import { draftFrom } from './sendingDraft';
import { commandFailed, notSent, notThere, tooLong } from './sendingWords';
import type { MakeReadingPart, ReadingPage } from './sessionPage';

/** What a person sends from the box: a message, an edit, files, a command; and what is to become of what failed. */
export const sendingPart: MakeReadingPart = (page) => new SendingPart(page);

type Send = Extract<FromPage, { type: 'send' }>;

/** Why something was not accepted, in words; undefined where it was. */
type Refusal = string | undefined;

class SendingPart implements Part {
  constructor(private readonly page: ReadingPage) {}

  begin(): void {
    // Nothing to tell: what is on its way is among the messages.
  }

  heed(message: FromPage): boolean {
    const { sending } = this.page.session;
    return handle(message, {
      send: (sent) => void this.send(sent),
      resend: ({ message: id }) => void sending.resend(messageId(id)),
      discard: ({ message: id }) => void sending.discard(messageId(id)),
      takeBack: ({ message: id }) => void this.takeBack(id),
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
      if (draft.edits !== undefined) return await this.edit(place, draft);
      if (this.hasFiles(place)) return await this.sendFiles(place, draft);
      return await this.say(place, draft, alsoToRoom);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      log.error('send', error);
      return explain(error);
    }
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

  private hasFiles(place: Place): boolean {
    return this.page.session.uploads.of(place).some(({ state }) => state !== 'sending');
  }

  /** Each file that failed says why itself. */
  private async sendFiles(place: Place, { text, quotes = [] }: Draft): Promise<Refusal> {
    const { session } = this.page;
    const words = await withQuotes(session, place, { text, quotes });
    return (await session.uploads.send(place, words)) ? undefined : '';
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
    const { session } = this.page;
    const entry = session.sending.get(messageId(id));
    if (!entry) return;
    const { place, text, quotes } = entry;
    // First into the file: the page may be gone before it tells.
    const held = await session.drafts.hold(place, { text, quotes });
    await session.sending.takeBack(entry.id);
    await held.giveBack();
    if (samePlace(place, this.page.place))
      this.page.tell({ type: 'refused', place, draft: { text, quotes }, reason: '' });
    // A reply that its room shows too is written anew in its thread.
    else if (!this.page.signal.aborted) await this.page.go(place);
  }
}

const textAlone: Meaning = { kind: 'text' };
