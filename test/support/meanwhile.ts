import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Runs the command again and again until the task is over: boxes and notifications take their time to come. */
export async function meanwhile<Result>(task: Promise<Result>, command: string): Promise<Result> {
  const state = { isOver: false };
  const ended = task.finally(() => (state.isOver = true));
  while (!state.isOver) await Promise.all([vscode.commands.executeCommand(command), setTimeout(20)]);
  return ended;
}
