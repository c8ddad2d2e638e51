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

/**
 * Which of several windows with the same account the person was in last: each writes its name when it gains the focus,
 * so that what one window is to do is done by that one. Neither reads nor writes while nobody is signed in.
 */
export class LastFocus implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly name = crypto.randomUUID();
  /** Of the account in use. */
  private file: string | undefined;

  constructor(
    private readonly files: Pick<TextFolder, 'read' | 'write' | 'remove'>,
    private readonly window: FocusState = thisWindow,
  ) {
    this.lifetime.own(window.onDidChange(() => this.tell()));
  }

  /** It has the focus, or had it last, or nobody knows. */
  async isMine(): Promise<boolean> {
    if (this.window.isFocused()) return true;
    if (this.file === undefined) return false;
    const last = await this.files.read(this.file);
    return last === undefined || last === this.name;
  }

  /** To be told which account is in use in this window. */
  setInUse(account: string | undefined): void {
    const file = account && `focus-${account.replace(/\W+/g, '-')}`;
    const left = this.file;
    if (file === left) return;
    this.file = file;
    if (left !== undefined) void this.leave(left);
    this.tell();
  }

  /** The next best window takes over. */
  dispose(): void {
    this.lifetime.dispose();
    this.setInUse(undefined);
  }

  private tell(): void {
    if (this.file !== undefined && this.window.isFocused()) void this.files.write(this.file, this.name);
  }

  private async leave(file: string): Promise<void> {
    if ((await this.files.read(file)) === this.name) await this.files.remove(file);
  }
}
