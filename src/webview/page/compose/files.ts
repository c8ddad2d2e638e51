import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ComposeFileView } from '../../protocol/compose';
import { fill } from '../shared/fill';
import { rememberFocus } from './attachmentFocus';
import { stepOf } from './attachmentMoveButtons';
import type { ComposeContext } from './context';
import { fileRow } from './fileRow';
import { OrderDrag } from './orderDrag';

/** The files that go with the message, in their order. The host has them: it is told what the person does. */
export class ComposeFiles extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    files: { attribute: false },
    locked: { attribute: false },
    said: { state: true },
  };

  declare context: ComposeContext;
  declare files: readonly ComposeFileView[];
  /** They are being sent: they can be stopped, and nothing else. */
  declare locked: boolean;
  /** Read out. */
  declare private said: string;

  /** What is being typed is newer than what the host says. */
  private typing: { readonly file: string; readonly description: string } | undefined;
  private bringBack = (): void => undefined;
  private readonly drag = new OrderDrag(this, {
    kind: 'file',
    move: (from, to) => this.move(this.files[from], to),
  });

  constructor() {
    super();
    this.files = [];
    this.locked = false;
    this.said = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What is moved in a document loses the focus. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('files')) this.bringBack = rememberFocus(this);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('files') && !this.contains(document.activeElement)) this.bringBack();
  }

  /** Also without any, for what is read out of the last one. */
  protected override render(): TemplateResult {
    return html`${this.files.length > 0 ? this.list() : nothing}
      <p class="hidden" role="status">${this.said}</p>`;
  }

  private list(): TemplateResult {
    const { label } = this.context.words.compose.files;
    return html`<section aria-label=${label}>
      <h2>${label}</h2>
      <ol class="files">
        ${repeat(
          this.files,
          ({ id }) => id,
          (file, at) => this.row(file, at),
        )}
      </ol>
    </section>`;
  }

  private row(file: ComposeFileView, at: number): TemplateResult {
    const { context, drag, locked, typing } = this;
    const { id } = file;
    return fileRow(file, {
      ...{ context, drag, at, count: this.files.length, isLocked: locked },
      description: typing?.file === id ? typing.description : file.description,
      describe: (description) => this.describe(id, description),
      left: () => (this.typing = undefined),
      move: (to) => this.move(file, to),
      remove: () => this.takeOff(file, at),
      key: (event) => this.key(event, file, at),
    });
  }

  private describe(file: string, description: string): void {
    this.typing = { file, description };
    this.context.tell({ type: 'describeFile', file, description });
  }

  private key(event: KeyboardEvent, file: ComposeFileView, at: number): void {
    const step = stepOf(event);
    if (step === 0 || this.locked) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(file, at + step);
  }

  private move(file: ComposeFileView | undefined, to: number): void {
    const { length } = this.files;
    if (!file || to < 0 || to >= length) return;
    this.said = fill(this.context.words.compose.files.moved, file.name, to + 1, length);
    this.context.tell({ type: 'moveFile', file: file.id, to });
  }

  /** The focus goes on to what takes its place; without any, to what adds one. */
  private takeOff({ id, name, state }: ComposeFileView, at: number): void {
    const { context, files } = this;
    context.tell({ type: 'removeFile', file: id });
    // One on its way is stopped.
    if (state !== 'sending') this.said = fill(context.words.compose.files.removed, name);
    const next = files[at + 1] ?? files[at - 1];
    const place = next ? `[data-file="${CSS.escape(next.id)}"] .remove` : '.add-files';
    this.closest('form')?.querySelector<HTMLElement>(place)?.focus();
  }
}

customElements.define('rc-compose-files', ComposeFiles);

declare global {
  interface HTMLElementTagNameMap {
    'rc-compose-files': ComposeFiles;
  }
}
