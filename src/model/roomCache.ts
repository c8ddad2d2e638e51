import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Files } from './files';
import { contentFrom, contentOf, type Cacheable } from './roomCacheContent';
import { sealed, unsealed } from './seal';

export interface RoomCacheOptions {
  readonly files: Files;
  readonly session: Cacheable;
  readonly clock: Clock;
}

const fileName = 'rooms.json';
/** Of what the file holds: one of another version is not read. */
const version = 1;
const second = 1000;
const day = 86_400_000;
const longestMs = 14 * day;
const settlingMs = 5 * second;
const leastMs = 30 * second;

/**
 * The rooms of a session and what was said there lately, kept on this machine so that they are there before the server
 * answers. Written some seconds after something has changed, and seldom.
 */
export class RoomCache implements Disposable {
  private readonly lifetime = new Lifetime();
  private timer: Disposable | undefined;
  private writtenAt = 0;

  constructor(private readonly options: RoomCacheOptions) {}

  /** Before anything is asked of the server. Whether there was something; `unusable` is as good as nothing. */
  async restore(): Promise<'restored' | 'nothing' | 'unusable'> {
    const text = await this.options.files.read(fileName);
    const restored = text === undefined ? 'nothing' : this.take(text);
    this.follow();
    return restored;
  }

  /** Writes what it would have written some seconds later. */
  dispose(): void {
    if (this.timer) this.write();
    this.lifetime.dispose();
  }

  private take(text: string): 'restored' | 'unusable' {
    const { session, clock } = this.options;
    const kept = unsealed(text);
    if (kept?.version !== version || clock.now() - kept.savedAt > longestMs) return 'unusable';
    const content = contentFrom(kept.content);
    if (!content) return 'unusable';
    session.restore(content);
    return 'restored';
  }

  private follow(): void {
    const { rooms, messages } = this.options.session;
    this.lifetime.own(rooms.onDidChange(() => this.schedule()));
    this.lifetime.own(messages.onDidChange(() => this.schedule()));
    this.lifetime.own({ dispose: () => this.timer?.dispose() });
  }

  private schedule(): void {
    const { clock } = this.options;
    const wait = Math.max(settlingMs, this.writtenAt + leastMs - clock.now());
    this.timer ??= clock.after(wait, () => this.write());
  }

  private write(): void {
    const { files, session, clock } = this.options;
    this.timer?.dispose();
    this.timer = undefined;
    const content = contentOf(session);
    if (!content) return;
    this.writtenAt = clock.now();
    void files.write(fileName, sealed({ version, savedAt: this.writtenAt, content }));
  }
}
