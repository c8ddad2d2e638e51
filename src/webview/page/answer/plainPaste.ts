import { type TextControl, typeInto } from './typeInto';

/** Who asks for the plain text gets it, whatever it is. */
export class PlainPaste {
  private isAsked = false;

  /** Whether the key asks for it. */
  keyPressed(event: KeyboardEvent, field: TextControl | undefined): boolean {
    this.isAsked = asksForPlain(event);
    if (!this.isAsked) return false;
    // VS Code hears of each key that reaches the window, and would do something else with this one.
    event.stopPropagation();
    if (event.metaKey && field) pasteByHand(field, event);
    return true;
  }

  /** Whether what is pasted now was asked for so. */
  answered(): boolean {
    const { isAsked } = this;
    this.isAsked = false;
    return isAsked;
  }
}

function asksForPlain({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'v' && shiftKey && (ctrlKey || metaKey);
}

/** macOS has no such key of its own in a webview: its menu has, and VS Code's lacks it. */
function pasteByHand(field: TextControl, event: KeyboardEvent): void {
  event.preventDefault();
  // Who does not let the page read the clipboard has said so already.
  void navigator.clipboard.readText().then(
    (text) => typeInto(field, text),
    () => undefined,
  );
}
