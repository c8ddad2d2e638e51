import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import { Emitter, type Disposable, type Event } from '../base/event';
import type { Session } from '../model/session';
import { log } from '../platform/log';
import { customEmoji } from './emojiCustom';
import type { RecentEmoji } from './emojiRecent';
import type { EmojiView } from './protocol/conversation';

/** The emoji that everybody has, and those of each server. */
export class EmojiList implements Disposable {
  private readonly changed = new Emitter<void>();
  private readonly used = new Emitter<void>();
  private readonly own = new WeakMap<Session, readonly EmojiView[]>();
  private readonly asked = new WeakSet<Session>();
  private reading: Promise<void> | undefined;
  private standard: readonly EmojiView[] | undefined;

  /** There are more. */
  readonly onDidChange: Event<void> = this.changed.event;
  readonly onDidUse: Event<void> = this.used.event;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly latest: RecentEmoji,
  ) {}

  /** Those that everybody has, read once: before a page shows messages. */
  load(): Promise<void> {
    return (this.reading ??= this.read());
  }

  /**
   * None before those that everybody has are read. A server's own, which come first where two have one name, are asked
   * for once and join them.
   */
  all(session: Session): readonly EmojiView[] {
    if (!this.asked.has(session)) void this.ask(session);
    return this.standard ? [...(this.own.get(session) ?? []), ...this.standard] : [];
  }

  /** Short names, the latest first. */
  recent(): readonly string[] {
    return this.latest.all();
  }

  /** With or without colons. */
  async use(name: string): Promise<void> {
    await this.latest.use(name);
    this.used.fire();
  }

  dispose(): void {
    this.changed.dispose();
    this.used.dispose();
  }

  private async read(): Promise<void> {
    try {
      const file = vscode.Uri.joinPath(this.extension, 'dist', 'emoji.json');
      const bytes = await vscode.workspace.fs.readFile(file);
      // Ours: the build writes it.
      this.standard = JSON.parse(new TextDecoder().decode(bytes)) as readonly EmojiView[];
    } catch (error) {
      log.error('emoji', error);
      this.standard = [];
    }
    this.changed.fire();
  }

  private async ask(session: Session): Promise<void> {
    this.asked.add(session);
    try {
      this.own.set(session, await customEmoji(session.client, session.signal));
    } catch (error) {
      if (!failureOf(error)) throw error;
      // They are there at the next look.
      this.asked.delete(session);
      return;
    }
    this.changed.fire();
  }
}
