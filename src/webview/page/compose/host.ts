import type { FromCompose } from '../../protocol/compose';
import type { StateKeeper } from '../shared/stateFile';

/** What VS Code gives to a page, once. */
declare function acquireVsCodeApi(): StateKeeper & { postMessage(message: FromCompose): void };

export const host = acquireVsCodeApi();

export function tell(message: FromCompose): void {
  host.postMessage(message);
}

// Before all else of the program runs: the host answers meanwhile, and what it says is heard once all has run.
tell({ type: 'ready' });
