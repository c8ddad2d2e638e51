import * as vscode from 'vscode';
import type { PostingObstacle } from '../model/posting';
import type { BoxView, Face } from './protocol/conversation';
import type { FaceKind, NoticeKind } from './placeState';

/** What the sentences around messages need to know. */
export interface PlaceWords {
  /** The server, by its host. */
  readonly server?: string;
  /** The account that a tab belongs to. */
  readonly account?: string;
  readonly room: string;
  /** In seconds, until the server's limit lets the next call through. */
  readonly wait?: number;
  /** What went wrong, in words. */
  readonly reason?: string;
}

export function faceView(kind: FaceKind, words: PlaceWords): Face {
  return faces[kind](words);
}

export function noticeView(kind: NoticeKind, { wait = 0, reason = '' }: PlaceWords): Face {
  switch (kind) {
    case 'waiting':
      return { text: vscode.l10n.t('The server asks to slow down. Newer in {0} s.', wait) };
    case 'offline':
      return { text: vscode.l10n.t('The server cannot be reached.'), action: retry() };
    case 'failed':
      return { text: reason, action: retry() };
  }
}

export function closedBox(obstacle: PostingObstacle, { room }: PlaceWords): BoxView {
  return { state: 'closed', notice: obstacles[obstacle](room) };
}

/** Why nothing can be written there. */
export function closedText(obstacle: PostingObstacle, room: string): string {
  return obstacles[obstacle](room).text;
}

const signIn = () => ({ id: 'signIn' as const, label: vscode.l10n.t('Sign In') });
const signInAgain = () => ({ id: 'signIn' as const, label: vscode.l10n.t('Sign In Again') });
const retry = () => ({ id: 'retry' as const, label: vscode.l10n.t('Try Again') });
const pickRoom = () => ({ id: 'pickRoom' as const, label: vscode.l10n.t('Go to Room…') });
const join = (room: string) => ({ id: 'join' as const, label: vscode.l10n.t('Join {0}', room) });
const openInBrowser = () => ({ id: 'openInBrowser' as const, label: vscode.l10n.t('Open in Browser') });

const faces: Readonly<Record<FaceKind, (words: PlaceWords) => Face>> = {
  signedOut: () => ({ text: vscode.l10n.t('Sign in to read and write messages here.'), action: signIn() }),
  expired: ({ server = '' }) => ({
    text: vscode.l10n.t('{0} no longer accepts your sign-in.', server),
    action: signInAgain(),
  }),
  locked: () => ({
    text: vscode.l10n.t('Your sign-in could not be read from the keychain of this system.'),
    action: signInAgain(),
  }),
  restoring: () => ({ text: vscode.l10n.t('Loading…') }),
  elsewhere: ({ account = '' }) => ({
    text: vscode.l10n.t('This conversation belongs to {0}.', account),
    action: { id: 'switchAccount', label: vscode.l10n.t('Switch Account') },
  }),
  noRoom: () => ({ text: vscode.l10n.t('Select a room or a thread to read it here.'), action: pickRoom() }),
  loading: () => ({ text: vscode.l10n.t('Loading…') }),
  waiting: ({ wait = 0 }) => ({
    text: vscode.l10n.t('The server asks to slow down. Messages come in {0} s.', wait),
  }),
  offline: () => ({ text: vscode.l10n.t('The server cannot be reached.'), action: retry() }),
  gone: () => ({
    text: vscode.l10n.t('This room is not there any more, or not open to you.'),
    action: pickRoom(),
  }),
  forbidden: ({ room }) => ({
    text: vscode.l10n.t('Your account is not allowed to read {0}.', room),
    action: openInBrowser(),
  }),
  join: ({ room }) => ({
    text: vscode.l10n.t('This room can be read once you have joined it.'),
    action: join(room),
  }),
  failed: ({ reason = '' }) => ({ text: reason, action: retry() }),
};

const obstacles: Readonly<Record<PostingObstacle, (room: string) => Face>> = {
  notJoined: (room) => ({ text: vscode.l10n.t('You have not joined {0}.', room), action: join(room) }),
  archived: () => ({ text: vscode.l10n.t('This room is archived. Nothing more is written here.') }),
  encrypted: () => ({
    text: vscode.l10n.t('This room is encrypted. Its messages can be read and written only in Rocket.Chat.'),
    action: openInBrowser(),
  }),
  blocked: () => ({ text: vscode.l10n.t('One of you has blocked the other.') }),
  silenced: () => ({ text: vscode.l10n.t('You have been muted in this room.') }),
  broadcast: () => ({
    text: vscode.l10n.t('In this room only some write. You can reply to them in Rocket.Chat.'),
    action: openInBrowser(),
  }),
  readOnly: () => ({ text: vscode.l10n.t('This room is read-only.') }),
};
