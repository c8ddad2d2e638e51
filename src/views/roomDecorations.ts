import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Message, MessageId } from '../model/message';
import type { Room, RoomId } from '../model/room';
import { isUnread } from '../model/sections';
import type { CurrentSession, Session } from '../model/session';
import { replyCount } from './counts';

const scheme = 'rocketchat';
/** Of a longer list VS Code keeps but one for each folder. */
const most = 250;

export function roomUri(room: RoomId): vscode.Uri {
  return vscode.Uri.from({ scheme, authority: 'room', path: `/${room}` });
}

export function messageUri(message: MessageId): vscode.Uri {
  return vscode.Uri.from({ scheme, authority: 'message', path: `/${message}` });
}

/** Counts at the right edge of rows, and the dimmed names of muted rooms. */
export class RoomDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new vscode.EventEmitter<vscode.Uri[] | undefined>());
  private watched = new Lifetime();
  readonly onDidChangeFileDecorations = this.changed.event;

  constructor(private readonly current: CurrentSession) {
    this.lifetime.own(current.onDidChange((session) => this.watch(session)));
    this.lifetime.own({ dispose: () => this.watched.dispose() });
    this.watch(current.get());
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const session = this.current.get();
    if (uri.scheme !== scheme || !session) return undefined;
    // Uris of this scheme are made above, of ids that fromWire made.
    const id = uri.path.slice(1);
    if (uri.authority === 'room') return roomDecoration(session.rooms.get(id as RoomId));
    return threadDecoration(session.messages.get(id as MessageId));
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private watch(session: Session | undefined): void {
    this.watched.dispose();
    this.watched = new Lifetime();
    this.changed.fire(undefined);
    if (!session) return;
    this.watched.own(session.rooms.onDidChange((ids) => this.fire(ids, roomUri)));
    this.watched.own(session.messages.onDidChange((ids) => this.fire(ids, messageUri)));
  }

  private fire<Id>(ids: ReadonlySet<Id>, uriOf: (id: Id) => vscode.Uri): void {
    this.changed.fire(ids.size > most ? undefined : [...ids].map(uriOf));
  }
}

function roomDecoration(room: Room | undefined): vscode.FileDecoration | undefined {
  if (!room) return undefined;
  const colour = room.isMuted ? new vscode.ThemeColor('list.deemphasizedForeground') : undefined;
  if (!isUnread(room)) return colour && new vscode.FileDecoration(undefined, undefined, colour);
  const tooltip =
    room.unread > 0 ? vscode.l10n.t('{0} unread', room.unread) : vscode.l10n.t('unread messages');
  return new vscode.FileDecoration(room.unread > 0 ? badge(room.unread) : '●', tooltip, colour);
}

function threadDecoration(message: Message | undefined): vscode.FileDecoration | undefined {
  if (!message || message.replies === 0) return undefined;
  return new vscode.FileDecoration(badge(message.replies), replyCount(message.replies));
}

/** VS Code shows two characters at most. */
function badge(count: number): string {
  return count > 99 ? '99' : String(count);
}
