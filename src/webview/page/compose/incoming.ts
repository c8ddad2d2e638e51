import type { ReactiveControllerHost } from 'lit';
import type { ComposeView, FromCompose } from '../../protocol/compose';
import { type Dragged, Drops } from '../answer/drops';
import type { ComposeContext } from './context';
import { Intake } from './intake';
import { Pasting } from './pasting';

/** The form that it comes into. */
interface Receiver extends ReactiveControllerHost {
  readonly context: ComposeContext | undefined;
  readonly view: ComposeView | undefined;
  readonly isLocked: boolean;
}

/** What comes into the form from elsewhere: dropped, or pasted. */
export class Incoming {
  private said: readonly string[] = [];
  private readonly intake = new Intake();
  private readonly drops: Drops;
  private readonly pasting: Pasting;

  constructor(private readonly receiver: Receiver) {
    const addFiles = (files: readonly File[]) => this.addFiles(files);
    this.drops = new Drops(receiver, {
      isWanted: (what) => what !== 'text' && this.takesAll,
      takeFiles: (files) => void addFiles(files),
      takeResources: (uris) => this.tell({ type: 'addResources', uris }),
      takeText: () => undefined,
    });
    this.pasting = new Pasting({
      tell: (message) => this.tell(message),
      takesPayloads: () => this.takesAll,
      addFiles,
    });
  }

  /** What is held over the form. */
  get dragged(): Dragged | undefined {
    return this.drops.dragged;
  }

  /** About what cannot be taken in. */
  get complaints(): readonly string[] {
    return this.said;
  }

  set complaints(complaints: readonly string[]) {
    this.said = complaints;
    this.receiver.requestUpdate();
  }

  /** Whether it was a key to paste with. */
  keyPressed(event: KeyboardEvent): boolean {
    return this.pasting.keyPressed(event);
  }

  pasted(event: ClipboardEvent): void {
    if (!this.receiver.isLocked) this.pasting.pasted(event);
  }

  /** The host has looked at what was pasted. */
  answered(request: number, isTaken: boolean): void {
    this.pasting.answered(request, isTaken);
  }

  /** Once all were read: whether the host has all that were still on their way. */
  async finished(): Promise<boolean> {
    return this.intake.finished();
  }

  /** A message that was sent takes text, and nothing else. */
  private get takesAll(): boolean {
    return this.receiver.view?.mode === 'new' && !this.receiver.isLocked;
  }

  private tell(message: FromCompose): void {
    this.receiver.context?.tell(message);
  }

  private addFiles(files: readonly File[]): boolean {
    const { context, view } = this.receiver;
    if (!context || !view) return false;
    this.complaints = view.mode === 'new' ? [] : [context.words.compose.files.notInEdit];
    if (view.mode !== 'new') return false;
    this.intake.take(files, {
      ...{ words: context.words.answer, locale: context.page.setup.locale, tell: context.tell },
      ...{ maxSize: view.maxFileSize, mayAttach: view.mayAttachFiles },
      complain: (problem) => (this.complaints = [...this.complaints, problem]),
    });
    return true;
  }
}
