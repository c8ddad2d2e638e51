import type { PageContext } from '../shared/context';
import type { Attachments } from './attachments';
import { endsInFence } from './code';
import type { Content } from './content';
import { isComposing, keyDoes } from './keys';
import { filesOf, pastedCode } from './paste';
import { PlainPaste } from './plainPaste';
import { popupKey } from './popup';
import type { Suggestion, Suggestions } from './suggestions';
import { takeSuggestion } from './take';
import { fitted, typeInto } from './typeInto';

/** The box, as typing and pasting need it. */
export interface Desk {
  readonly context: PageContext;
  readonly content: Content;
  readonly suggestions: Suggestions;
  readonly attachments: Attachments;
  /** Absent where nobody may write. */
  readonly area: HTMLTextAreaElement | null;
  complain(problem: string): void;
  send(): void;
  editLast(): void;
  /** Escape, where there was nothing to close. */
  leave(): void;
}

/** What keys, the clipboard and choices from the list do to the text. */
export class Hands {
  private readonly plain = new PlainPaste();

  constructor(private readonly desk: Desk) {}

  /** Where the caret is; several lines as a block of their own. */
  insert(text: string): void {
    const { area, content } = this.desk;
    if (!area) {
      content.append(text);
      return;
    }
    typeInto(area, fitted(text, { before: beforeCaret(area), rest: area.value.slice(area.selectionEnd) }));
  }

  typed(area: HTMLTextAreaElement, event: { readonly isComposing: boolean }): void {
    const { content, suggestions } = this.desk;
    content.typed(area.value);
    this.desk.complain('');
    if (!event.isComposing) suggestions.look(area.value, area.selectionEnd);
  }

  keyPressed(area: HTMLTextAreaElement, event: KeyboardEvent): void {
    if (this.plain.keyPressed(event, area) || isComposing(event) || !this.isTaken(area, event)) return;
    event.preventDefault();
    // VS Code hears of each key that reaches the window, and would do something else with these.
    event.stopPropagation();
  }

  pasted(area: HTMLTextAreaElement, event: ClipboardEvent): void {
    const { clipboardData: data } = event;
    if (this.plain.answered() || !data) return;
    const files = filesOf(data);
    const clip = { text: data.getData('text/plain'), editorData: data.getData('vscode-editor-data') };
    const code = pastedCode(clip, beforeCaret(area));
    if (files.length > 0) void this.desk.attachments.add(files);
    else if (code !== undefined) this.insert(code);
    else return;
    event.preventDefault();
  }

  choose(item: Suggestion): void {
    const { area, suggestions } = this.desk;
    if (area) takeSuggestion(area, suggestions, item);
  }

  private isTaken(area: HTMLTextAreaElement, event: KeyboardEvent): boolean {
    const { desk } = this;
    // Who typed a name to its end means Enter for the message.
    const isForText = event.key === 'Enter' && desk.suggestions.isTyped(area.value);
    if (!isForText && popupKey(event, desk.suggestions, (item) => this.choose(item))) return true;
    const does = keyDoes(event, {
      sendsOn: desk.context.setup.sendsOn,
      isInFence: endsInFence(beforeCaret(area)),
      isEmpty: area.value === '' && desk.content.draft.edits === undefined,
    });
    if (does === 'send') desk.send();
    else if (does === 'editLast') desk.editLast();
    else if (does === 'escape') this.escape();
    return does !== undefined;
  }

  private escape(): void {
    const { content } = this.desk;
    if (content.draft.edits === undefined) this.desk.leave();
    else content.endEdit();
  }
}

function beforeCaret(area: HTMLTextAreaElement): string {
  return area.value.slice(0, area.selectionStart);
}
