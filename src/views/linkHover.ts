import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import type { Disposable } from '../base/event';
import { findLinked, type Linked } from '../model/linked';
import { sameSite, type LinkTarget } from '../model/links';
import type { CurrentSession, Session } from '../model/session';
import { escapeMarkdown } from './messageMarkdown';
import { messageTooltip } from './messageTooltip';
import { shownMessage } from './shownMessage';

/** What the hover needs of the links: which are of the account in use. */
export type ReadLink = (href: string) => LinkTarget | undefined;

/** As far as a link goes in a text: what closes a bracket or ends a sentence is not of it. */
const link = /[a-z][a-z\d+.-]{1,30}:\/\/[^\s"'`<>()[\]{}|\\^]*[^\s"'`<>()[\]{}|\\^.,;:!?]/i;

/** Shows the message that a link in any file leads to. Reads nothing of the file but the word under the pointer. */
export class LinkHover implements vscode.HoverProvider, Disposable {
  private readonly registration: vscode.Disposable;
  private found = new Map<string, Promise<Linked | undefined>>();
  private session: Session | undefined;

  constructor(
    private readonly current: CurrentSession,
    private readonly read: ReadLink,
  ) {
    this.registration = vscode.languages.registerHoverProvider({ pattern: '**' }, this);
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const range = document.getWordRangeAtPosition(position, link);
    const session = this.current.get();
    if (!range || !session) return undefined;
    const href = document.getText(range);
    const target = this.read(href);
    if (!target || !isMessageOf(session, target)) return undefined;
    const linked = await this.look(session, { href, target });
    if (!linked?.message || session !== this.current.get()) return undefined;
    return new vscode.Hover(contents(session, linked, href), range);
  }

  dispose(): void {
    this.registration.dispose();
  }

  /** Each link is looked up once; one that could not be had, again. */
  private look(session: Session, { href, target }: Hovered): Promise<Linked | undefined> {
    if (session !== this.session || this.found.size > 100) this.found = new Map();
    this.session = session;
    const known = this.found.get(href);
    if (known) return known;
    const { found } = this;
    const looking = findLinked(session, target).catch((error: unknown) => {
      if (!failureOf(error)) throw error;
      if (failureOf(error)?.kind !== 'notFound') found.delete(href);
      return undefined;
    });
    found.set(href, looking);
    return looking;
  }
}

interface Hovered {
  readonly href: string;
  readonly target: LinkTarget;
}

function isMessageOf({ account }: Session, { server, message, thread }: LinkTarget): boolean {
  return sameSite(server, account.server) && (message ?? thread) !== undefined;
}

/** What the server sent is not trusted; our own command stands apart from it. */
function contents(session: Session, { place, message }: Linked, href: string): vscode.MarkdownString[] {
  if (!message) return [];
  const current = session.messages.get(message.id) ?? message;
  const room = session.rooms.get(place.room)?.name;
  const open = new vscode.MarkdownString(
    `[${vscode.l10n.t('Show in Conversation')}](command:_rocketchat.openLink?${encodeURIComponent(JSON.stringify([href]))})`,
  );
  open.isTrusted = { enabledCommands: ['_rocketchat.openLink'] };
  const where = room === undefined ? [] : [new vscode.MarkdownString(escapeMarkdown(room))];
  return [messageTooltip(shownMessage(session, current)), ...where, open];
}
