import * as vscode from 'vscode';
import { explain } from '../platform/explain';
import { systemText } from '../platform/systemText';
import { ActionsPart } from './actionsPart';
import { draftsPart } from './draftsPart';
import { InvitePart } from './invitePart';
import { MessagesPart, type LoadingWords } from './messagesPart';
import type { RowWords } from './messageViews';
import { NavigationPart } from './navigationPart';
import type { MakePart } from './part';
import type { RoomIcons } from './placeLook';
import { PlacePart } from './placePart';
import type { Setup } from './protocol/conversation';
import { sendingPart } from './sendingPart';
import type { MakeReadingPart, ReadingPage } from './sessionPage';
import { setupPart } from './setup';

export interface PartsOptions {
  /** As the rows of the trees show rooms. */
  readonly icons: RoomIcons;
  /** Whether an address could be opened here. */
  readonly openHere: (href: string) => Promise<boolean>;
  readonly openInEditor: (page: ReadingPage) => Promise<void>;
}

/** The host side of a conversation, in the order in which a page is told. */
export function conversationParts(
  home: Setup['home'],
  { icons, openHere, openInEditor }: PartsOptions,
): readonly (MakePart | MakeReadingPart)[] {
  return [
    setupPart({ locale: vscode.env.language, home }),
    (page: ReadingPage) => new PlacePart(page, icons),
    (page: ReadingPage) => new MessagesPart(page, words()),
    (page: ReadingPage) => new NavigationPart(page, { openHere }),
    (page: ReadingPage) => new InvitePart(page, { openInEditor }),
    (page: ReadingPage) => new ActionsPart(page),
    draftsPart,
    sendingPart,
  ];
}

function words(): RowWords & LoadingWords {
  return {
    you: vscode.l10n.t('You'),
    systemText,
    explain,
    waiting: (seconds) => vscode.l10n.t('Newer in {0} s', seconds),
    failed: ({ error }) => (error ? explain(error) : vscode.l10n.t('Could not load.')),
  };
}
