import * as vscode from 'vscode';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { TextFolder } from './files';

/** Whether a window has the focus. */
export interface FocusState {
  isFocused(): boolean;
  readonly onDidChange: Event<boolean>;
}

export const thisWindow: FocusState = {
  isFocused: () => vscode.window.state.focused,
  onDidChange: (listener) => vscode.window.onDidChangeWindowState(({ focused }) => listener(focused)),
};

const fileName = 'focus';

/**
 * Which of several windows the person was in last: each writes its name when it gains the focus, so that what one window
 * is to do is done by that one. Neither reads nor writes while nobody is signed in.
 */
export class LastFocus implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly name = crypto.randomUUID();
  private isInUse = false;

  constructor(
    private readonly files: Pick<TextFolder, 'read' | 'write' | 'remove'>,
    private readonly window: FocusState = thisWindow,
  ) {
    this.lifetime.own(window.onDidChange(() => this.tell()));
  }

  /** It has the focus, or had it last, or nobody knows. */
  async isMine(): Promise<boolean> {
    if (this.window.isFocused()) return true;
    if (!this.isInUse) return false;
    const last = await this.files.read(fileName);
    return last === undefined || last === this.name;
  }

  setInUse(isInUse: boolean): void {
    if (isInUse === this.isInUse) return;
    this.isInUse = isInUse;
    if (isInUse) this.tell();
    else void this.leave();
  }

  /** The next best window takes over. */
  dispose(): void {
    this.lifetime.dispose();
    this.setInUse(false);
  }

  private tell(): void {
    if (this.isInUse && this.window.isFocused()) void this.files.write(fileName, this.name);
  }

  private async leave(): Promise<void> {
    if ((await this.files.read(fileName)) === this.name) await this.files.remove(fileName);
  }
}
