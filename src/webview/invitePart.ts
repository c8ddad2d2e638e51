import * as vscode from 'vscode';
import { reported } from '../platform/command';
import type { CommandId } from '../platform/ids';
import { handle, type Handlers } from './handlers';
import type { Part } from './part';
import type { FaceAction, FromPage } from './protocol/conversation';
import type { ReadingPage } from './sessionPage';

export interface InviteOptions {
  readonly openInEditor: (page: ReadingPage) => Promise<void>;
}

/** What faces and the header invite to. */
export class InvitePart implements Part {
  private readonly handlers: Handlers = {
    face: ({ action }) => void reported(action, () => this.follow(action)),
    header: ({ action }) => {
      const isSearch = action === 'search';
      void reported(action, () => (isSearch ? this.search() : this.options.openInEditor(this.page)));
    },
  };

  constructor(
    private readonly page: ReadingPage,
    private readonly options: InviteOptions,
  ) {}

  begin(): void {
    // Faces are told with their place.
  }

  heed(message: FromPage): boolean {
    return handle(message, this.handlers);
  }

  dispose(): void {
    // It owns nothing.
  }

  private async follow(action: FaceAction): Promise<void> {
    if (action === 'retry') this.retry();
    else if (action === 'openInBrowser') await this.openInBrowser();
    else await vscode.commands.executeCommand(faceCommands[action], this.context());
  }

  private retry(): void {
    const { room, timeline, session } = this.page;
    room?.retry();
    void timeline?.retry();
    // What else waits for the network goes on with it.
    void session.sync.refresh('person');
  }

  private async openInBrowser(): Promise<void> {
    const room = this.page.room?.room;
    if (room) await vscode.env.openExternal(vscode.Uri.parse(this.page.session.linkTo(room), true));
  }

  private async search(): Promise<void> {
    await vscode.commands.executeCommand('rocketchat.searchMessages', this.context());
  }

  /** As the header's menu passes it. */
  private context(): object {
    return { webviewSection: 'room', rocketchatRoom: this.page.place?.room };
  }
}

/** What faces offer that is a command of its own. */
export const faceCommands: Readonly<Record<Exclude<FaceAction, 'retry' | 'openInBrowser'>, CommandId>> = {
  signIn: 'rocketchat.signIn',
  switchAccount: 'rocketchat.switchAccount',
  pickRoom: 'rocketchat.goToRoom',
  join: 'rocketchat.joinRoom',
  showLog: 'rocketchat.showLog',
};
