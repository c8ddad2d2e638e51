import type { AttachmentForm, FieldForm } from '../../protocol/compose';
import type { ComposeAttachmentWords } from '../../protocol/composeAttachmentWords';
import { fill } from '../shared/fill';
import { rememberFocus } from './attachmentFocus';
import { copyOf, emptyAttachment, emptyField, moved, nameOf } from './attachmentForm';
import type { CardMemory } from './attachmentMemory';
import { type CardActs, pathOf } from './attachmentView';
import { focusField } from './field';

/** The element of the cards. */
export interface Editing extends HTMLElement {
  readonly attachments: readonly AttachmentForm[];
  readonly words: ComposeAttachmentWords;
  readonly memory: CardMemory;
  readonly updateComplete: Promise<boolean>;
  change(attachments: readonly AttachmentForm[]): void;
  requestUpdate(): void;
  say(sentence: string): void;
}

interface Placed {
  readonly attachment: AttachmentForm;
  readonly at: number;
}

/** What the person does to the list of attachments, and where the focus goes with it. */
export class CardEdits {
  /** What was taken away last, as long as it can be brought back. */
  removed: Placed | undefined;

  constructor(private readonly host: Editing) {}

  actsOf(card: Placed): CardActs {
    const { attachment } = card;
    const { memory } = this.host;
    return {
      put: (changed) => this.put(changed),
      move: (to) => this.move(card.at, to),
      duplicate: () => this.duplicate(card),
      remove: () => this.remove(card),
      fold: (fold, isOpen) => {
        memory.fold(fold, attachment, isOpen);
        this.host.requestUpdate();
      },
      addRow: () => this.addRow(card),
      moveRow: (from, to) => this.moveRow(attachment, from, to),
      removeRow: (at) => this.removeRow(card, at),
    };
  }

  add(): void {
    const { attachments } = this.host;
    this.host.change([...attachments, emptyAttachment()]);
    this.focusOn({ at: attachments.length }, 'title');
  }

  move(from: number, to: number): void {
    this.inPlace(() => this.host.change(moved(this.host.attachments, from, to)));
    this.say(this.host.words.said.moved, to);
  }

  undo(): void {
    const { removed } = this;
    if (!removed) return;
    const at = Math.min(removed.at, this.host.attachments.length);
    this.removed = undefined;
    this.host.change(this.host.attachments.toSpliced(at, 0, removed.attachment));
    this.focusCard(at);
    this.say(this.host.words.said.restored, at);
  }

  private put(changed: AttachmentForm): void {
    this.host.change(this.host.attachments.map((one) => (one.id === changed.id ? changed : one)));
  }

  private duplicate({ attachment, at }: Placed): void {
    this.host.change(this.host.attachments.toSpliced(at + 1, 0, copyOf(attachment)));
    this.focusOn({ at: at + 1 }, 'title');
    this.say(this.host.words.said.copied, at + 1);
  }

  private remove(card: Placed): void {
    const { words, attachments } = this.host;
    this.removed = card;
    this.host.change(attachments.toSpliced(card.at, 1));
    this.focusCard(Math.min(card.at, attachments.length - 2));
    this.host.say(fill(words.said.removed, nameOf(card.attachment) ?? words.untitled));
  }

  private addRow(card: Placed): void {
    const { fields } = card.attachment;
    this.putRows(card.attachment, [...fields, emptyField]);
    this.focusOn(card, `fields.${fields.length}.title`);
  }

  private moveRow(attachment: AttachmentForm, from: number, to: number): void {
    this.inPlace(() => {
      this.host.memory.moveRow(attachment, from, to);
      this.putRows(attachment, moved(attachment.fields, from, to));
    });
    this.host.say(fill(this.host.words.said.moved, to + 1, attachment.fields.length));
  }

  private removeRow(card: Placed, row: number): void {
    const fields = card.attachment.fields.toSpliced(row, 1);
    this.host.memory.removeRow(card.attachment, row);
    this.putRows(card.attachment, fields);
    this.host.say(this.host.words.said.fieldRemoved);
    if (fields.length > 0) this.focusOn(card, `fields.${Math.min(row, fields.length - 1)}.title`);
    else this.focusIn(card.at, '[data-fold=fields] .secondary');
  }

  private putRows(attachment: AttachmentForm, fields: readonly FieldForm[]): void {
    this.put({ ...attachment, fields });
  }

  private say(sentence: string, at: number): void {
    this.host.say(fill(sentence, at + 1, this.host.attachments.length));
  }

  /** What is moved in a document loses the focus. */
  private inPlace(act: () => void): void {
    const bringBack = rememberFocus(this.host);
    act();
    void this.host.updateComplete.then(bringBack);
  }

  private focusOn(card: { readonly at: number }, key: string): void {
    void this.host.updateComplete.then(() => focusField(pathOf(card, key)));
  }

  /** Without any, the button that adds one. */
  private focusCard(at: number): void {
    if (at >= 0) this.focusIn(at, '');
    else void this.host.updateComplete.then(() => this.focusWithin('.add button'));
  }

  private focusIn(at: number, what: string): void {
    void this.host.updateComplete.then(() => this.focusWithin(`.card:nth-of-type(${at + 1}) ${what}`));
  }

  private focusWithin(selector: string): void {
    this.host.querySelector<HTMLElement>(selector)?.focus();
  }
}
