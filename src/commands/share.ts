import * as vscode from 'vscode';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { SignedOut } from '../model/account';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import { labelOf } from '../model/snippetHeader';
import { command } from '../platform/command';
import type { GitFile } from '../platform/git';
import { plainText } from '../platform/plainText';
import { withComment } from './shareComment';
import type { Delivery } from './delivery';
import { fittingText, lengthLimit } from './shareFit';
import { snippetOf, workspacePath } from './shareSnippet';
import { selectedCode, type Source } from './shareSource';

export interface ShareServices {
  /** `signedOut` is undefined too while a session is being brought back. */
  readonly sessions: CurrentSession & { signedOut(): SignedOut | undefined };
  readonly picker: RoomChoice;
  readonly git: { file(uri: vscode.Uri): Promise<GitFile | undefined> };
}

/** Asks for a room that can be posted in. */
export interface RoomChoice {
  pick(session: Session, request: RoomRequest): Promise<ChosenRoom | undefined>;
}

export interface RoomRequest {
  readonly title: string;
  readonly prompt: string;
  readonly folder: vscode.Uri | undefined;
}

export interface ChosenRoom {
  readonly room: Room;
  readonly wantsComment: boolean;
}

export function registerShareCommands(services: ShareServices, delivery: Delivery): Disposable {
  const lifetime = new Lifetime();
  const sharing = new Sharing(services, delivery);
  lifetime.own(command('rocketchat.shareSelection', () => sharing.share('plain')));
  lifetime.own(command('rocketchat.shareSelectionWithComment', () => sharing.share('withComment')));
  return lifetime;
}

type Way = 'plain' | 'withComment';

/** Takes code from the editor in front to a room. */
export class Sharing {
  constructor(
    private readonly services: ShareServices,
    private readonly delivery: Delivery,
  ) {}

  async share(way: Way): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const source = editor && selectedCode(editor);
    if (source) await this.shareSource(source, way);
    else void vscode.window.showInformationMessage(nothingToShare(editor));
  }

  /** What was selected stays as it was, whatever happens to the file meanwhile. */
  private async shareSource(source: Source, way: Way): Promise<void> {
    const session = await this.session();
    if (!session) return;
    // Git and the server answer while the person chooses.
    const answers = Promise.all([this.services.git.file(source.uri), lengthLimit(session)]);
    const choice = await this.services.picker.pick(session, requestFor(source, way));
    if (!choice) return;
    const fit = async (comment: string) => {
      const [file, limit] = await busy(answers);
      return fittingText(snippetOf(source, file, comment), limit);
    };
    const asksFirst = way === 'withComment' || choice.wantsComment;
    const ask = asksFirst ? askComment(choice.room) : () => Promise.resolve('');
    const text = await withComment(ask, fit);
    if (text !== undefined) await this.delivery.send(session, choice.room, text);
  }

  /** The one in use; whoever has none is asked to sign in, and goes on from there. */
  private async session(): Promise<Session | undefined> {
    const { sessions } = this.services;
    const session = sessions.get() ?? (await this.broughtBack());
    if (session) return session;
    const signIn = vscode.l10n.t('Sign In');
    const question = vscode.l10n.t('Sign in to Rocket.Chat to share this code.');
    if ((await vscode.window.showInformationMessage(question, signIn)) !== signIn) return undefined;
    await vscode.commands.executeCommand('rocketchat.signIn');
    return sessions.get();
  }

  /** Undefined where nobody is to be brought back, or bringing back has failed. */
  private async broughtBack(): Promise<Session | undefined> {
    const { sessions } = this.services;
    return sessions.signedOut() === undefined ? next(sessions.onDidChange) : undefined;
  }
}

/** Seldom long: git and the server had the time that the choice took. */
async function busy<T>(work: Promise<T>): Promise<T> {
  const title = vscode.l10n.t('Preparing the code…');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => work);
}

function next<T>(event: Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const listening = event((value) => {
      listening.dispose();
      resolve(value);
    });
  });
}

function nothingToShare(editor: vscode.TextEditor | undefined): string {
  return editor
    ? vscode.l10n.t('There is nothing to share in this line. Select some code first.')
    : vscode.l10n.t('Open a file and select the code to share.');
}

function requestFor({ uri, pieces }: Source, way: Way): RoomRequest {
  const [first, ...more] = pieces.map(({ lines }) => labelOf(workspacePath(uri), lines));
  const label = more.length > 0 ? vscode.l10n.t('{0} and {1} more', first ?? '', more.length) : (first ?? '');
  return {
    title: vscode.l10n.t('Share {0}', label),
    prompt:
      way === 'withComment'
        ? vscode.l10n.t('Enter asks for your comment next.')
        : vscode.l10n.t('Enter shares at once. Tab leads to the button that adds a comment first.'),
    folder: vscode.workspace.getWorkspaceFolder(uri)?.uri,
  };
}

/** Undefined when the person leaves. */
function askComment(room: Room): (draft: string) => Promise<string | undefined> {
  return async (draft) =>
    vscode.window.showInputBox({
      title: plainText(vscode.l10n.t('Comment for {0}', room.name)),
      prompt: vscode.l10n.t('It stands above the code.'),
      value: draft,
      ignoreFocusOut: true,
    });
}
