import * as vscode from 'vscode';
import type { Event } from '../base/event';
import type { SignedOut } from '../model/account';
import type { Room } from '../model/room';
import type { CurrentSession, Session } from '../model/session';
import type { Snippet } from '../model/snippet';
import type { Formed, ShareAs, SnippetForm } from '../model/snippetForm';
import { plainText } from '../platform/plainText';
import type { Composer } from './composer';
import { withComment } from './shareComment';
import { composeStart } from './shareCompose';
import { fitting, formedIn, lengthLimit, type Fitting } from './shareFit';
import { FormOffer } from './shareOffer';
import { Shipment, type ShipmentServices, type SnippetDelivery } from './shareShipment';
import type { FileKnowledge } from './shareSnippet';
import type { Thing } from './shareThing';

export interface ShareServices extends ShipmentServices {
  /** `signedOut` is undefined too while a session is being brought back. */
  readonly sessions: CurrentSession & { signedOut(): SignedOut | undefined };
  readonly picker: RoomChoice;
  readonly git: FileKnowledge;
  /** Absent where there is none to go on in. */
  readonly composer?: Pick<Composer, 'compose'>;
  /** Asks for the comment, with what was written before. Undefined when the person leaves. */
  readonly askComment?: (room: Room, draft: string) => Promise<string | undefined>;
}

/** Asks for a room that can be posted in. */
export interface RoomChoice {
  pick(session: Session, request: RoomRequest): Promise<ChosenRoom | undefined>;
}

export interface RoomRequest {
  readonly title: string;
  readonly prompt: string;
  readonly folder: vscode.Uri | undefined;
  readonly offer: FormOffer;
}

export interface ChosenRoom {
  readonly room: Room;
  readonly wantsComment: boolean;
}

export type Way = 'plain' | 'withComment';

interface Choice {
  readonly session: Session;
  readonly choice: ChosenRoom;
  readonly way: Way;
}

interface Prepared {
  /** With the longest text that the server takes. */
  readonly answers: Promise<readonly [readonly Snippet[], number]>;
  readonly forms: readonly SnippetForm[];
}

/** Takes things to a room: one question where to, and in which form. */
export class Sharing {
  private readonly shipment: Shipment;

  constructor(
    private readonly services: ShareServices,
    delivery: SnippetDelivery,
    private readonly setting: () => ShareAs = () => 'auto',
  ) {
    this.shipment = new Shipment(services, delivery);
  }

  /** What was chosen stays as it was, whatever happens to the files meanwhile. */
  async share(things: readonly Thing[], way: Way = 'plain'): Promise<void> {
    const session = things.length > 0 ? await this.session() : undefined;
    if (!session) return;
    // Git and the server answer while the person chooses.
    const whole = Promise.all(things.map((thing) => thing.complete()));
    const answers = Promise.all([whole, lengthLimit(session)]);
    const offer = this.offerOf(things);
    void answers.then(
      ([snippets, limit]) => offer.learn(snippets, limit),
      // Whoever waits for the answers is told.
      () => undefined,
    );
    const choice = await this.services.picker.pick(session, requestFor(things, way, offer));
    // As the person saw them: what is learned from here on changes nothing unseen.
    const prepared = { answers, forms: offer.forms() };
    if (choice) await this.send({ session, choice, way }, prepared);
    else if (offer.wantsComposer) await this.compose(session, prepared, offer.room);
  }

  private async send({ session, choice, way }: Choice, { answers, forms }: Prepared): Promise<void> {
    const { room, wantsComment } = choice;
    const [snippets, limit] = await busy(answers);
    const { askComment = askInBox } = this.services;
    const isAsked = way === 'withComment' || wantsComment;
    const ask = (draft: string) => (isAsked ? askComment(room, draft) : Promise.resolve(''));
    await withComment(ask, async (comment) => {
      const fitted = await fittingAll(commented(snippets, comment), forms, limit);
      if (fitted.state !== 'fits') return fitted;
      const hasLeft = await this.shipment.send({ session, room }, fitted.message);
      return hasLeft ? fitted : { state: 'left' };
    });
  }

  private offerOf(things: readonly Thing[]): FormOffer {
    return new FormOffer(
      things.map(({ draft }) => draft),
      {
        setting: this.setting(),
        label: labelOfAll(things),
        hasComposer: this.services.composer !== undefined,
        sizeText: (bytes) => this.services.fileWords.size(bytes),
      },
    );
  }

  /** Its form shows what is too long, and says so. */
  private async compose(
    session: Session,
    { answers, forms }: Prepared,
    room: Room | undefined,
  ): Promise<void> {
    const [snippets, limit] = await busy(answers);
    const messages = snippets.map((snippet, index) => formedIn(snippet, forms[index] ?? 'code', limit));
    await this.services.composer?.compose(session, composeStart(messages, room));
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

/** Stands above the first of them. */
function commented(snippets: readonly Snippet[], comment: string): Snippet[] {
  return snippets.map((snippet, index) => (index === 0 ? { ...snippet, comment } : snippet));
}

/** Whoever wrote a comment since is asked where that has made it too long. */
async function fittingAll(
  snippets: readonly Snippet[],
  forms: readonly SnippetForm[],
  limit: number,
): Promise<Fitting<Formed[]>> {
  const message: Formed[] = [];
  for (const [index, snippet] of snippets.entries()) {
    const one = await fitting(snippet, forms[index] ?? 'code', limit);
    if (one.state !== 'fits') return one;
    message.push(one.message);
  }
  return { state: 'fits', message };
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

function requestFor(things: readonly Thing[], way: Way, offer: FormOffer): RoomRequest {
  return {
    title: vscode.l10n.t('Share {0}', labelOfAll(things)),
    prompt:
      way === 'withComment'
        ? vscode.l10n.t('Enter asks for your comment next.')
        : vscode.l10n.t('Enter shares at once. Tab leads to the button that adds a comment first.'),
    folder: things[0]?.folder,
    offer,
  };
}

function labelOfAll([first, ...more]: readonly Thing[]): string {
  const label = first?.label ?? '';
  return more.length > 0 ? vscode.l10n.t('{0} and {1} more', label, more.length) : label;
}

async function askInBox(room: Room, draft: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: plainText(vscode.l10n.t('Comment for {0}', room.name)),
    prompt: vscode.l10n.t('It stands above the code.'),
    value: draft,
    ignoreFocusOut: true,
  });
}
