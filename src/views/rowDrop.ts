import * as vscode from 'vscode';
import type { Guard } from '../model/guard/guard';
import type { Place } from '../model/place';
import type { PostingObstacle } from '../model/posting';
import type { CurrentSession, Session } from '../model/session';
import { reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import { droppedIn, droppedTypes, sizeOf, type Dropped } from './droppedFiles';
import { addressOf } from './pickRoomItems';
import type { TreeNode } from './roomNode';
import { placeOfDrop } from './rowDropPlace';
import { DroppedSending, type FileWords } from './rowDropSending';
import { missedTexts, questionOf, sharedText, type DropQuestion, type Missed } from './rowDropWords';

export interface RowDropOptions {
  readonly current: CurrentSession;
  /** Asked before anything leaves. */
  readonly guard: Guard;
  readonly words: FileWords & {
    /** Why nothing can be written in a room. */
    closed(obstacle: PostingObstacle, room: string): string;
  };
  readonly ask?: (question: DropQuestion) => Promise<boolean>;
  readonly tell?: DropReport;
}

/** Says what came of it; answers whether to try again what did not arrive. */
export interface DropReport {
  arrived(text: string): void;
  missed(text: string, canTryAgain: boolean): Promise<boolean>;
}

/** Shares files that are dropped on rows: with the room, or with the thread. A slip of the hand publishes nothing. */
export class RowDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dropMimeTypes = droppedTypes;
  readonly dragMimeTypes = [];

  constructor(private readonly options: RowDropOptions) {}

  /** Ends when all is done: what was dropped can be read only until then. */
  async handleDrop(row: TreeNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    await reported('drop', () => this.drop(row, transfer));
  }

  private async drop(row: TreeNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const session = this.options.current.get();
    const dropped = await droppedIn(transfer);
    if (!session || dropped.length === 0) return;
    const place = placeOfDrop(session, row);
    if (!place) throw new Error(vscode.l10n.t('Drop files on a room or thread to share them.'));
    this.refuseClosed(session, place);
    const { files, refused } = await this.sorted({ session, place }, dropped);
    if (files.length === 0) throw new Error(missedTexts(refused));
    const where = addressIn(session, place);
    const { ask = askModally } = this.options;
    if (!(await ask(questionOf(where, files, refused))) || this.options.current.get() !== session) return;
    await this.share({ session, place, where }, files);
  }

  private refuseClosed({ rooms, rights }: Session, { room: id }: Place): void {
    const room = rooms.get(id);
    const obstacle = rights.obstacle(room);
    if (!obstacle) return;
    const why = this.options.words.closed(obstacle, room?.name ?? vscode.l10n.t('this room'));
    throw new Error(plainText(vscode.l10n.t('Nothing was shared. {0}', why)));
  }

  /** What the server will not take is known before anything is read. */
  private async sorted(to: Target, dropped: readonly Dropped[]): Promise<Sorted> {
    const looked = await Promise.all(dropped.map(async (file) => ({ file, why: await this.why(to, file) })));
    return {
      files: looked.flatMap(({ file, why }) => (why === undefined ? [file] : [])),
      refused: looked.flatMap(({ file: { name }, why }) => (why === undefined ? [] : [{ name, why }])),
    };
  }

  private async why({ session, place }: Target, file: Dropped): Promise<string | undefined> {
    const { words } = this.options;
    const size = await sizeOf(file);
    if (typeof size === 'string') return size;
    // Where only reading tells the size, any will do until then.
    const obstacle = await session.uploads.obstacle(place, {
      type: words.typeOf(file.name),
      size: size ?? 1,
    });
    return obstacle && words.refused(obstacle);
  }

  private async share(to: Target & { readonly where: string }, files: readonly Dropped[]): Promise<void> {
    const { tell = tellInNotifications, words, guard } = this.options;
    const sending = new DroppedSending({ ...to, words, guard }, files);
    try {
      for (;;) {
        const arrived = await withProgress(to.where, sending);
        if (arrived.length > 0) tell.arrived(sharedText(to.where, arrived));
        if (sending.missed.length === 0) return;
        const wantsAgain = await tell.missed(missedTexts(sending.missed), !sending.isStopped);
        if (!wantsAgain || sending.isStopped) return;
      }
    } finally {
      sending.dispose();
    }
  }
}

interface Target {
  readonly session: Session;
  readonly place: Place;
}

interface Sorted {
  readonly files: readonly Dropped[];
  readonly refused: readonly Missed[];
}

function addressIn({ rooms }: Session, { room: id, thread }: Place): string {
  const room = rooms.get(id);
  const address = room ? addressOf(room) : id;
  return thread === undefined ? address : vscode.l10n.t('the thread in {0}', address);
}

async function askModally({ question, detail }: DropQuestion): Promise<boolean> {
  const share = vscode.l10n.t('Share');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, share)) === share;
}

async function withProgress(where: string, sending: DroppedSending): Promise<readonly string[]> {
  const location = vscode.ProgressLocation.Notification;
  const title = plainText(vscode.l10n.t('Sharing with {0}…', where));
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const stopping = token.onCancellationRequested(() => sending.dispose());
    const arrived = await sending.send((name, part) => {
      progress.report({ message: plainText(part === undefined ? name : percent(name, part)) });
    });
    stopping.dispose();
    return arrived;
  });
}

function percent(name: string, part: number): string {
  return vscode.l10n.t('{0}: {1} %', name, Math.floor(part * 100));
}

const tellInNotifications: DropReport = {
  arrived: (text) => void vscode.window.showInformationMessage(text),
  missed: async (text, canTryAgain) => {
    const again = vscode.l10n.t('Try Again');
    return (await vscode.window.showErrorMessage(text, ...(canTryAgain ? [again] : []))) === again;
  },
};
