import * as vscode from 'vscode';
import type { Snippet } from '../model/snippet';
import { frameWords, type Frame } from '../model/snippetWords';
import { stackWanted, type CallStacks, type StackedCall } from '../platform/callStack';
import type { GitFile } from '../platform/git';
import { workspacePath } from '../platform/workspacePath';
import { differsNote, webLink, type FileKnowledge } from './shareSnippet';
import { NothingToShare, type Thing } from './shareThing';

/** What was called when the debugger stopped: the thread of the row that the menu was opened on, or the one in front. */
export async function stackThing(
  [row, context]: readonly unknown[],
  stacks: Pick<CallStacks, 'calls'>,
  git: FileKnowledge,
): Promise<Thing> {
  const calls = await stacks.calls(stackWanted(row, context));
  if (!calls)
    throw new NothingToShare(
      vscode.l10n.t('Nothing is paused in the debugger. Pause it to share its call stack.'),
    );
  return {
    label: vscode.l10n.t('the call stack'),
    folder: undefined,
    draft: stackSnippet(calls, new Map()),
    complete: async () => stackSnippet(calls, await filesOf(calls, git)),
  };
}

type Files = ReadonlyMap<string, GitFile>;

/** Each is asked for once, however often it was called. */
async function filesOf(calls: readonly StackedCall[], git: FileKnowledge): Promise<Files> {
  const uris = new Map(calls.flatMap(({ uri }) => (uri ? [[uri.toString(), uri] as const] : [])));
  const found = await Promise.all([...uris].map(async ([key, uri]) => [key, await git.file(uri)] as const));
  return new Map(found.flatMap(([key, file]) => (file ? [[key, file] as const] : [])));
}

function stackSnippet(calls: readonly StackedCall[], files: Files): Snippet {
  const isChanged = [...files.values()].some((file) => file.isPushed && file.isChanged);
  return {
    kind: 'stack',
    path: '',
    title: vscode.l10n.t('Call stack'),
    language: '',
    pieces: [],
    words: frameWords(calls.map((call) => frameOf(call, files))),
    notes: isChanged ? [differsNote()] : [],
    linkTo: () => undefined,
  };
}

function frameOf({ name, uri, line }: StackedCall, files: Files): Frame {
  if (!uri) return { name };
  const file = files.get(uri.toString());
  const link = line === undefined ? undefined : webLink(file, { first: line, last: line });
  return { name, path: file?.path ?? workspacePath(uri), line, link };
}
