import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { log } from './log';

/** A call in a stack that stands still. */
export interface StackedCall {
  readonly name: string;
  /** Absent where there is no source to open. */
  readonly uri?: vscode.Uri;
  /** From 1; absent where nobody knows it. */
  readonly line?: number;
}

/** Which stack is meant; what is absent is the one in front. */
export interface StackWanted {
  readonly session?: string;
  readonly thread?: number;
}

type Debugged = Pick<vscode.DebugSession, 'id' | 'customRequest'>;

/** Asks debuggers what was called. VS Code names a session in its menus, and hands out only those that we saw begin. */
export class CallStacks implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly sessions = new Map<string, vscode.DebugSession>();

  constructor() {
    const { lifetime, sessions } = this;
    lifetime.own(vscode.debug.onDidStartDebugSession((session) => sessions.set(session.id, session)));
    lifetime.own(vscode.debug.onDidTerminateDebugSession(({ id }) => sessions.delete(id)));
  }

  /** The innermost first; undefined where nothing stands still. */
  async calls(wanted: StackWanted): Promise<readonly StackedCall[] | undefined> {
    const session = this.session(wanted.session);
    if (!session) return undefined;
    try {
      const thread = wanted.thread ?? (await threadOf(session));
      const frames = thread === undefined ? [] : await framesOf(session, thread);
      return frames.length > 0 ? frames.map((frame) => callOf(frame, session)) : undefined;
    } catch (error) {
      // Of what runs, or has just ended, debuggers refuse to say anything, each in its own words.
      log.error('callStack', error);
      return undefined;
    }
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private session(id: string | undefined): vscode.DebugSession | undefined {
    const inFront = vscode.debug.activeStackItem?.session ?? vscode.debug.activeDebugSession;
    if (id === undefined || inFront?.id === id) return inFront;
    return this.sessions.get(id);
  }
}

/** What the menu of the call stack says of its row: a name of its own, and then who it belongs to. */
export function stackWanted(_row: unknown, context: unknown): StackWanted {
  const { sessionId, threadId } = Object(context) as Readonly<Record<string, unknown>>;
  const thread = typeof threadId === 'string' ? /:(\d+)$/.exec(threadId)?.[1] : undefined;
  return {
    ...(typeof sessionId === 'string' && { session: sessionId }),
    ...(thread !== undefined && { thread: Number(thread) }),
  };
}

/** As many as one reads; deep recursion has thousands. */
const mostFrames = 50;

/** As the Debug Adapter Protocol has it, of which we read this. */
interface WireFrame {
  readonly name: string;
  readonly line: number;
  readonly presentationHint?: string;
  readonly source?: { readonly path?: string; readonly name?: string; readonly sourceReference?: number };
}

async function framesOf(session: Debugged, threadId: number): Promise<readonly WireFrame[]> {
  // As the protocol promises; a debugger that breaks it fails the command.
  const answer = (await session.customRequest('stackTrace', { threadId, levels: mostFrames })) as {
    readonly stackFrames?: readonly WireFrame[];
  };
  const frames = answer.stackFrames ?? [];
  return frames.slice(0, mostFrames).filter(({ presentationHint }) => presentationHint !== 'label');
}

async function threadOf(session: Debugged): Promise<number | undefined> {
  const inFront = vscode.debug.activeStackItem;
  if (inFront?.session.id === session.id) return inFront.threadId;
  const answer = (await session.customRequest('threads')) as { readonly threads?: readonly { id: number }[] };
  return answer.threads?.[0]?.id;
}

function callOf({ name, line, source }: WireFrame, session: vscode.DebugSession): StackedCall {
  const path = source?.path;
  // `<node_internals>/…` and the like are in no file.
  const isFile = path !== undefined && !path.startsWith('<') && !source?.sourceReference;
  return {
    name,
    ...(isFile && { uri: uriOf(path, session) }),
    ...(line > 0 && { line }),
  };
}

/** Debuggers name a file by its path, or by a whole address, as where it lies on another machine. */
function uriOf(path: string, session: vscode.DebugSession): vscode.Uri {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(path)
    ? vscode.Uri.parse(path)
    : vscode.debug.asDebugSourceUri({ path }, session);
}
