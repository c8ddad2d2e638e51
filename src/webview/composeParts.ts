import * as vscode from 'vscode';
import { systemClock } from '../base/clock';
import type { Guard } from '../model/guard/guard';
import type { Place } from '../model/place';
import { filesPart } from './composeFiles';
import { formPart } from './composeForm';
import { linksPart } from './composeLinks';
import type { MakeComposePart } from './composePart';
import { payloadPart } from './composePayload';
import { askWhichText, renewalPart } from './composeRenewal';
import { composeSending } from './composeSending';
import { sharedPart } from './composeShared';
import { targetsPart } from './composeTargets';
import type { MakePart } from './part';
import type { RoomIcons } from './placeLook';
import { setupPart } from './setup';

export interface ComposePartsOptions {
  /** What all pages have in common. */
  readonly shared: readonly MakePart[];
  readonly icons: RoomIcons;
  readonly guard: Guard;
  /** False where the address means nothing to us. */
  readonly openHere: (href: string) => Promise<boolean>;
  /** Shows a room or thread. */
  readonly open: (place: Place) => Promise<void>;
}

/** The host side of a composer, in the order in which a page is told. */
export function composeParts(options: ComposePartsOptions): readonly MakeComposePart[] {
  const { shared, icons, guard, openHere, open } = options;
  return [
    sharedPart(setupPart({ locale: vscode.env.language, home: 'editor' })),
    ...shared.map(sharedPart),
    formPart(systemClock),
    renewalPart(askWhichText),
    targetsPart({ clock: systemClock, icons }),
    filesPart,
    payloadPart,
    composeSending({ guard, open }),
    linksPart({ openHere, open }),
  ];
}
