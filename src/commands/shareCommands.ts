import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { shareAs } from '../model/snippetForm';
import { CallStacks } from '../platform/callStack';
import { command } from '../platform/command';
import { GitChanges } from '../platform/gitChanges';
import type { CommandId } from '../platform/ids';
import { plainText } from '../platform/plainText';
import { setting } from '../platform/setting';
import { Sharing, type ShareServices, type Way } from './share';
import { changesThing } from './shareChanges';
import { fileThings, lineLinkThing, selectionThing } from './shareFiles';
import { clipboardThing, terminalThing } from './shareOutput';
import { offerProblems, problemThing } from './shareProblem';
import type { SnippetDelivery } from './shareShipment';
import { stackThing } from './shareStack';
import { NothingToShare, type Thing } from './shareThing';

/** One command for each place that something to share can come from. */
export function registerShareCommands(services: ShareServices, delivery: SnippetDelivery): Disposable {
  const { git } = services;
  const lifetime = new Lifetime();
  const sharing = new Sharing(services, delivery, () => shareAs(setting('rocketchat.shareAs')));
  const changes = new GitChanges();
  const stacks = lifetime.own(new CallStacks());
  const share = (things: Found, way: Way = 'plain') => sharing.share(asList(things), way);
  const own = (id: CommandId, run: (args: readonly unknown[]) => Promise<void>) =>
    lifetime.own(command(id, (...args) => orSaid(() => run(args))));
  own('rocketchat.shareSelection', async () => share(selectionThing(git)));
  own('rocketchat.shareSelectionWithComment', async () => share(selectionThing(git), 'withComment'));
  own('rocketchat.shareLink', async (args) => share(await lineLinkThing(args, git)));
  own('rocketchat.shareFile', async (args) => share(await fileThings(args, git)));
  own('rocketchat.shareProblem', async (args) => share(await problemThing(args, git)));
  own('rocketchat.shareTerminalSelection', async () => share(await terminalThing()));
  own('rocketchat.shareClipboard', async () => share(await clipboardThing()));
  own('rocketchat.shareCallStack', async (args) => share(await stackThing(args, stacks, git)));
  own('rocketchat.shareChanges', async (args) => share(await changesThing(args, false, changes)));
  own('rocketchat.shareStagedChanges', async (args) => share(await changesThing(args, true, changes)));
  lifetime.own(offerProblems(() => services.sessions.get() !== undefined));
  return lifetime;
}

/** Undefined where the person has left. */
type Found = Thing | readonly Thing[] | undefined;

function asList(found: Found): readonly Thing[] {
  return found ? [found].flat() : [];
}

/** What is missing is no failure, and is said as calmly. */
async function orSaid(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof NothingToShare)) throw error;
    void vscode.window.showInformationMessage(plainText(error.message));
  }
}
