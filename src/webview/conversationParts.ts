import * as vscode from 'vscode';
import { systemClock } from '../base/clock';
import type { Shelf } from '../model/shelf';
import { explain } from '../platform/explain';
import { systemText } from '../platform/systemText';
import { ActionsPart } from './actionsPart';
import { completionPart } from './completionPart';
import { draftsPart } from './draftsPart';
import type { EmojiList } from './emojiList';
import { emojiPart } from './emojiPart';
import { InvitePart } from './invitePart';
import { Downloads } from './mediaDownload';
import type { ImageHosts } from './mediaHosts';
import { mediaPart } from './mediaPart';
import { MessagesPart, type LoadingWords } from './messagesPart';
import type { RowWords } from './messageViews';
import { NavigationPart } from './navigationPart';
import type { MakePart } from './part';
import type { RoomIcons } from './placeLook';
import { PlacePart } from './placePart';
import type { Setup } from './protocol/conversation';
import { sendingPart, type SendingServices } from './sendingPart';
import type { MakeReadingPart, ReadingPage } from './sessionPage';
import { setupPart } from './setup';
import { uploadsPart } from './uploadsPart';

export interface PartsOptions extends SendingServices {
  /** As the rows of the trees show rooms. */
  readonly icons: RoomIcons;
  /** Whether an address could be opened here. */
  readonly openHere: (href: string) => Promise<boolean>;
  readonly openInEditor: (page: ReadingPage) => Promise<void>;
  readonly shared: readonly MakePart[];
}

export interface SharedOptions {
  readonly emoji: EmojiList;
  readonly hosts: ImageHosts;
  /** Remembers over all workspaces. */
  readonly shelf: Shelf;
}

/** What pages have in common: what one of them has fetched, the others have too. */
export function sharedParts({ emoji, hosts, shelf }: SharedOptions): readonly MakePart[] {
  const downloads = new Downloads(shelf);
  return [
    emojiPart(emoji),
    mediaPart({ hosts, downloads, fetch: globalThis.fetch, clock: systemClock }),
    completionPart(systemClock),
  ];
}

/** The host side of a conversation, in the order in which a page is told. */
export function conversationParts(
  home: Setup['home'],
  { icons, openHere, openInEditor, shared, ...sending }: PartsOptions,
): readonly (MakePart | MakeReadingPart)[] {
  return [
    setupPart({ locale: vscode.env.language, home }),
    ...shared,
    (page: ReadingPage) => new PlacePart(page, icons),
    (page: ReadingPage) => new MessagesPart(page, words()),
    (page: ReadingPage) => new NavigationPart(page, { openHere }),
    (page: ReadingPage) => new InvitePart(page, { openInEditor }),
    (page: ReadingPage) => new ActionsPart(page),
    draftsPart,
    uploadsPart,
    sendingPart(sending),
  ];
}

function words(): RowWords & LoadingWords {
  return {
    you: vscode.l10n.t('You'),
    systemText,
    explain,
    waiting: (end, seconds) =>
      end === 'older' ? vscode.l10n.t('Older in {0} s', seconds) : vscode.l10n.t('Newer in {0} s', seconds),
    failed: ({ error }) => (error ? explain(error) : vscode.l10n.t('Could not load.')),
  };
}
