import * as vscode from 'vscode';
import type { Guard } from '../model/guard/guard';
import { checkText } from '../model/guard/leaving';

/**
 * What the person types in a box, past the guard. Whoever turns away from its question comes back to the box
 * with what was typed; undefined for who leaves the box.
 */
export async function askSafely(guard: Guard, box: vscode.InputBoxOptions): Promise<string | undefined> {
  let { value } = box;
  for (;;) {
    value = (await vscode.window.showInputBox({ ...box, value }))?.trim();
    if (value === undefined) return undefined;
    const safe = await checkText(guard, value);
    if (safe !== undefined) return safe;
  }
}
