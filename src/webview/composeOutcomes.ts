import * as vscode from 'vscode';
import type { DeliveryOutcome } from '../model/compositionDelivery';
import { failureOf } from '../api/errors';
import { explain } from '../platform/explain';
import type { OutcomeView } from './protocol/compose';
import { waiting } from './sendingWords';

/**
 * Why files did not come to a target. `stopped`: the one that the text was to go with was taken off. `left`: the window
 * ended before.
 */
export type Obstacle =
  { readonly kind: 'failed'; readonly reason: string } | { readonly kind: 'stopped' | 'left' };

/** How it stands with one target: `isLeft`, with files that are still to come there. */
export function outcomeView(
  { entry, label, state, error }: DeliveryOutcome,
  obstacle: Obstacle | undefined,
  isLeft: boolean,
): OutcomeView {
  if (state === 'waiting') return { entry, label, state, reason: waiting(error?.failure.kind) };
  if (state === 'failed') return { entry, label, state, reason: refusal(error) };
  if (obstacle && isInTheWay(obstacle, isLeft))
    return { entry, label, state: 'failed', reason: obstacleText(obstacle) };
  return { entry, label, state: state === 'delivered' && isLeft ? 'sending' : state };
}

/** Files that were left and are taken off now keep nobody. */
function isInTheWay({ kind }: Obstacle, isLeft: boolean): boolean {
  return isLeft || kind !== 'left';
}

function refusal(error: DeliveryOutcome['error']): string {
  if (failureOf(error)?.kind === 'cancelled') return vscode.l10n.t('You have not joined it.');
  return explain(error);
}

function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'failed':
      return obstacle.reason;
    case 'stopped':
      return vscode.l10n.t('Not sent: the file that the text was to go with was taken off.');
    case 'left':
      return vscode.l10n.t('Its files have not been sent yet.');
  }
}
