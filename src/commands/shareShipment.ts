import * as vscode from 'vscode';
import type { OutgoingAttachment } from '../api/endpoints/chat/attachment';
import { Lifetime } from '../base/lifetime';
import type { Guard, Passage } from '../model/guard/guard';
import { checkTexts, type Through } from '../model/guard/texts';
import { sendLegs, type Fate, type Leg, type Missed } from '../model/legs';
import type { MessageId } from '../model/message';
import type { Room } from '../model/room';
import type { Extras } from '../model/sendingExtras';
import type { Session } from '../model/session';
import type { Shared } from '../model/shared';
import type { Piece } from '../model/snippet';
import { fileToSend, type SnippetFile } from '../model/snippetFile';
import type { Formed } from '../model/snippetForm';
import { fileLine } from '../model/snippetLines';
import { plainText } from '../platform/plainText';
import type { Conversations } from './conversations';
import { FileUpload, type Arrival, type UploadWords } from './shareUpload';

/** Where messages go. */
export interface SnippetDelivery {
  send(session: Session, room: Room, text: string, extras?: Extras): Promise<void>;
}

export interface ShipmentServices {
  readonly guard: Guard;
  readonly fileWords: UploadWords;
  readonly conversations: Pick<Conversations, 'open'>;
  /** Answers to what was shared are told as such. */
  readonly shared: Pick<Shared, 'add'>;
  /** Says what did not arrive; answers whether to try that again. */
  readonly tellMissed?: (text: string) => Promise<boolean>;
}

interface Destination {
  readonly session: Session;
  readonly room: Room;
}

/** The one way out for what is shared: past the guard, in whichever form. */
export class Shipment {
  constructor(
    private readonly services: ShipmentServices,
    private readonly delivery: SnippetDelivery,
  ) {}

  /** In their order. False where nothing has left: the guard was not passed, or all was refused or cancelled. */
  async send(to: Destination, messages: readonly Formed[]): Promise<boolean> {
    const safe = await guarded(messages, this.services.guard);
    if (!safe) return false;
    const { tellMissed = sayMissed } = this.services;
    const lifetime = new Lifetime();
    try {
      const legs = safe.map((message) => this.legOf(to, message, lifetime));
      return await sendLegs(legs, (missed) => tellMissed(missedTexts(missed)));
    } finally {
      lifetime.dispose();
    }
  }

  private legOf({ session, room }: Destination, message: Formed, lifetime: Lifetime): Leg {
    const { text, attachments, file, name } = message;
    if (!file) {
      const extras = attachments.length > 0 ? { attachments } : undefined;
      return { name, send: () => this.sendText({ session, room }, text, extras) };
    }
    const parcel = { session, place: { room: room.id }, name: room.name, text, file: fileToSend(file) };
    const upload = lifetime.own(new FileUpload(parcel, this.services.fileWords));
    return { name: file.name, send: async () => this.received(room, await upload.send()) };
  }

  /** It is kept until it has arrived. */
  private async sendText({ session, room }: Destination, text: string, extras?: Extras): Promise<Fate> {
    await this.delivery.send(session, room, text, extras);
    return { state: 'arrived' };
  }

  private async received(room: Room, arrival: Arrival): Promise<Fate> {
    if (arrival.state !== 'arrived') return arrival;
    if (arrival.message !== undefined) await this.services.shared.add(arrival.message);
    void this.confirm(room, arrival.message);
    return arrival;
  }

  private async confirm({ id, name }: Room, message: MessageId | undefined): Promise<void> {
    const open = vscode.l10n.t('Open');
    const words = plainText(vscode.l10n.t('Shared with {0}.', name));
    if ((await vscode.window.showInformationMessage(words, open)) === open)
      await this.services.conversations.open({ room: id }, { message, focus: 'messages' });
  }
}

function missedTexts(missed: readonly Missed[]): string {
  const texts = missed.map(({ name, why = vscode.l10n.t('Cancelled.') }) =>
    vscode.l10n.t('{0} was not shared. {1}', name, why),
  );
  return plainText(texts.join(' '));
}

async function sayMissed(text: string): Promise<boolean> {
  const again = vscode.l10n.t('Try Again');
  return (await vscode.window.showErrorMessage(text, again)) === again;
}

/** Everything is looked through before the first of it leaves. */
function guarded(messages: readonly Formed[], guard: Guard): Promise<readonly Formed[] | undefined> {
  return checkTexts(guard, messages, (all, through) =>
    all.map((message) => messageThrough(message, through, all.length > 1 ? message.name : undefined)),
  );
}

/** `label`: of the message, where there are several. */
function messageThrough(message: Formed, through: Through, label: string | undefined): Formed {
  const { attachments, file, pieces } = message;
  return {
    ...message,
    text: through(codePassage({ text: message.text, label }, pieces)),
    attachments: attachments.map((attachment, at) =>
      attachmentThrough(attachment, pieces.slice(at, at + 1), through),
    ),
    ...(file && { file: fileThrough(file, pieces, through) }),
  };
}

function attachmentThrough(
  attachment: OutgoingAttachment,
  pieces: readonly Piece[],
  through: Through,
): OutgoingAttachment {
  const { title: label } = attachment;
  const exchanged = said.flatMap((key) => {
    const text = attachment[key];
    return text === undefined ? [] : [[key, through(codePassage({ text, label }, pieces))] as const];
  });
  return { ...attachment, ...Object.fromEntries(exchanged) };
}

function fileThrough(file: SnippetFile, pieces: readonly Piece[], through: Through): SnippetFile {
  const { name: label } = file;
  const put = (text: string) => through(codePassage({ text, label }, pieces));
  return { ...file, text: put(file.text), name: put(label) };
}

/** People look for a line in the file, not in the message. */
function codePassage(passage: Passage, pieces: readonly Piece[]): Passage {
  return { ...passage, lineOf: (line) => fileLine(passage.text, line, pieces) };
}

/** What an attachment of code says. */
const said = ['text', 'title', 'title_link'] as const satisfies readonly (keyof OutgoingAttachment)[];
