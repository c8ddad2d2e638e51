import type { FromCompose } from '../../protocol/compose';
import { filesOf, pastedCode } from '../answer/paste';
import { PlainPaste } from '../answer/plainPaste';
import { fitted, type TextControl, textControl, typeInto } from '../answer/typeInto';

interface Desk {
  tell: (message: FromCompose) => void;
  /** A message that was sent keeps all but its text. */
  readonly takesPayloads: () => boolean;
  /** Whether they are taken, or refused with a word. */
  readonly addFiles: (files: readonly File[]) => boolean;
}

interface Waiting {
  readonly text: string;
  /** Where it was pasted; nowhere where no text can stand. */
  readonly field?: TextControl;
  readonly from: number;
  readonly to: number;
}

/** What the clipboard brings: files, JSON of a message, code; all else is the browser's business. */
export class Pasting {
  private readonly waiting = new Map<number, Waiting>();
  private request = 0;
  private readonly plain = new PlainPaste();

  constructor(private readonly desk: Desk) {}

  keyPressed(event: KeyboardEvent): boolean {
    return this.plain.keyPressed(event, textControl(event.target));
  }

  pasted(event: ClipboardEvent): void {
    const { clipboardData: data } = event;
    if (this.plain.answered() || !data) return;
    const files = filesOf(data);
    const areTaken = files.length > 0 && this.desk.addFiles(files);
    if (areTaken || this.takesText(data, event.target)) event.preventDefault();
  }

  /** What is no message goes where it was pasted. */
  answered(request: number, isTaken: boolean): void {
    const waiting = this.waiting.get(request);
    this.waiting.delete(request);
    if (isTaken || !waiting?.field?.isConnected) return;
    waiting.field.setSelectionRange(waiting.from, waiting.to);
    typeInto(waiting.field, waiting.text);
  }

  private takesText(data: DataTransfer, target: EventTarget | null): boolean {
    const text = data.getData('text/plain');
    const field = textControl(target);
    if (this.desk.takesPayloads() && looksLikePayload(text) && !isForJson(target)) {
      this.ask(text, field);
      return true;
    }
    return field instanceof HTMLTextAreaElement && pasteCode(field, text, data.getData('vscode-editor-data'));
  }

  private ask(text: string, field: TextControl | undefined): void {
    const request = ++this.request;
    const from = field?.selectionStart ?? 0;
    this.waiting.set(request, { text, from, to: field?.selectionEnd ?? from, ...(field && { field }) });
    this.desk.tell({ type: 'paste', request, text });
  }
}

/** Of `chat.postMessage` and of `chat.sendMessage`. */
const keys = /"(?:attachments|channel|roomId|text|message|msg|rid)"\s*:/;

/** JSON of an object that has one of the keys of a message. */
export function looksLikePayload(text: string): boolean {
  return text.trimStart().startsWith('{') && keys.test(text);
}

function isForJson(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-takes-json]') !== null;
}

function pasteCode(area: HTMLTextAreaElement, text: string, editorData: string): boolean {
  if (isForJson(area)) return false;
  const before = area.value.slice(0, area.selectionStart);
  const code = pastedCode({ text, editorData }, before);
  if (code === undefined) return false;
  typeInto(area, fitted(code, { before, rest: area.value.slice(area.selectionEnd) }));
  return true;
}
