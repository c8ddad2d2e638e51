/** `document` as it is in every engine that VS Code runs in. */
interface Typing {
  execCommand(command: 'insertText', showsUi: false, text: string): boolean;
}

/** An input too, of one line of text. */
export type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** That, where text can be typed into it. */
export function textControl(target: EventTarget | null): TextControl | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && target.selectionStart !== null ? target : undefined;
}

/**
 * As if it had been typed in place of the selection. The old command is the only way that leaves the box's undo stack
 * whole: `setRangeText` and `value` cut it off, so they serve only where the command is refused.
 */
export function typeInto(area: TextControl, text: string): void {
  const typing: Typing = document;
  area.focus();
  partFromTyping(area);
  if (typing.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart ?? 0, area.selectionEnd ?? 0, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** What was typed just before is undone by itself: a step of typing ends when the selection moves. */
function partFromTyping(area: TextControl): void {
  const { selectionStart, selectionEnd } = area;
  area.setSelectionRange(0, 0);
  area.setSelectionRange(selectionStart, selectionEnd);
}

/** A text that takes the caret's place: several lines stand by themselves, a blank line parts them from others. */
export function fitted(
  text: string,
  { before, rest }: { readonly before: string; readonly rest: string },
): string {
  if (!text.includes('\n')) return text;
  const block = text.replace(/\n+$/, '');
  return `${partedFrom(before)}${block}${rest.trim() === '' ? '\n' : rest.startsWith('\n') ? '\n' : '\n\n'}`;
}

function partedFrom(before: string): string {
  if (before.trim() === '' || before.endsWith('\n\n')) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
}
