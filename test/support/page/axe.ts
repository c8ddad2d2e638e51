import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { OpenedPage } from './openPage';

/** What axe finds serious or worse, one line each: the rule and where. */
export async function seriousFindings({ page }: OpenedPage): Promise<readonly string[]> {
  // The page's policy holds for what the page loads, not for what its debugger says.
  await page.evaluate(await readFile(join('node_modules', 'axe-core', 'axe.js'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
