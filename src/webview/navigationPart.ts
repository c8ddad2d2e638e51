import * as vscode from 'vscode';
import { messageId, type Message } from '../model/message';
import { openDirect } from '../model/roomArrival';
import { roomId } from '../model/room';
import { reported } from '../platform/command';
import { handle, type Handlers } from './handlers';
import { linkAddress } from './linkAddress';
import { openOutside } from './openOutside';
import type { Part } from './part';
import type { FromPage } from './protocol/conversation';
import type { ReadingPage } from './sessionPage';

export interface NavigationOptions {
  /** False where the address means nothing to us. */
  readonly openHere: (href: string) => Promise<boolean>;
}

/** Leads from place to place within a page, and out of it. */
export class NavigationPart implements Part {
  /** The direct messages that are being opened: asked for twice, one comes. */
  private readonly opening = new Set<string>();

  private readonly handlers: Handlers = {
    openThread: ({ message }) => this.withMessage(message, (first) => this.openThread(first)),
    back: () => this.back(),
    openRoom: ({ room }) => void this.page.go({ room: roomId(room) }),
    openPerson: ({ username }) => void this.openPerson(username),
    openLink: ({ href }) => void reported('open link', () => this.openLink(href)),
    show: ({ message }) => this.withMessage(message, (shown) => this.show(shown)),
    leave: () => void vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup'),
  };

  constructor(
    private readonly page: ReadingPage,
    private readonly options: NavigationOptions,
  ) {}

  begin(): void {
    // It has nothing to tell.
  }

  heed(message: FromPage): boolean {
    return handle(message, this.handlers);
  }

  dispose(): void {
    // It owns nothing.
  }

  private withMessage(id: string, run: (message: Message) => void): void {
    const message = this.page.session.messages.get(messageId(id));
    if (message) run(message);
  }

  private openThread({ room, id, thread = id }: Message): void {
    void this.page.go({ room, thread });
  }

  private back(): void {
    const { place } = this.page;
    if (place?.thread !== undefined) void this.page.go({ room: place.room });
  }

  /** Where the message stands: a reply in its thread, unless its room shows it too and is open. */
  private show({ room, id, thread, isShownInRoom }: Message): void {
    const isHere = thread === undefined || (isShownInRoom === true && this.page.place?.thread === undefined);
    void this.page.go(isHere ? { room } : { room, thread }, id);
  }

  private async openPerson(username: string): Promise<void> {
    const { session, page } = { session: this.page.session, page: this.page };
    const known = session.rooms.all().find((room) => room.kind === 'direct' && room.username === username);
    if (known) return page.go({ room: known.id });
    if (this.opening.has(username)) return;
    this.opening.add(username);
    await reported('open direct message', async () => {
      const { id } = await openDirect(session, [username]);
      if (!page.signal.aborted) await page.go({ room: id });
    });
    this.opening.delete(username);
  }

  private async openLink(said: string): Promise<void> {
    const href = linkAddress(said, this.page.session.account.server);
    if (!(await this.options.openHere(href))) await openOutside(href);
  }
}
