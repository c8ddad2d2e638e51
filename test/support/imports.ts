import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';

/** One module naming another. */
export interface Import {
  /** Path under the root, `/` between, without extension. */
  readonly from: string;
  /** The same for a neighbour; a package by its name. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Gone after compiling. */
  readonly isType: boolean;
}

/** Every import of every TypeScript file under `root`. */
export async function importsUnder(root: string): Promise<Import[]> {
  const files = await readdir(root, { recursive: true });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => importsIn(file.split(sep).join('/'), readFileSync(join(root, file), 'utf8')));
}

/** `file` as in `from`, with its extension. */
export function importsIn(file: string, text: string): Import[] {
  const from = file.replace(/\.ts$/, '');
  return [...text.matchAll(statement), ...text.matchAll(dynamic)].map(({ groups = {} }) => {
    const { what = '', named = '' } = groups;
    const isPackage = !named.startsWith('.');
    return {
      from,
      to: isPackage ? named : posix.join(posix.dirname(from), named),
      isPackage,
      isType: isTypeOnly(what),
    };
  });
}

const statement =
  /^(?:import|export)\s+(?:(?<what>(?:type\s+)?(?:[\w$*\s,]|\{[^}]*\})+?)\s*\bfrom\s*)?['"](?<named>[^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"](?<named>[^'"]+)['"]/g;

/** `import type …`, or braces with nothing but types in them. */
function isTypeOnly(what: string): boolean {
  if (/^type\s/.test(what)) return true;
  const names = /^\{(?<names>[^}]*)\}$/.exec(what.trim())?.groups?.['names']?.split(',') ?? [];
  const used = names.map((name) => name.trim()).filter((name) => name !== '');
  return used.length > 0 && used.every((name) => name.startsWith('type '));
}

/** Circles of modules that need each other when they run; each once, from its first module back to it. */
export function circlesIn(imports: readonly Import[]): string[][] {
  const needs = new Map<string, string[]>();
  for (const { from, to } of imports.filter(({ isType, isPackage }) => !isType && !isPackage)) {
    needs.set(from, [...(needs.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (module: string, path: readonly string[]) => {
    if (path.includes(module)) circles.push([...path.slice(path.indexOf(module)), module]);
    if (done.has(module)) return;
    done.add(module);
    for (const next of needs.get(module) ?? []) visit(next, [...path, module]);
  };
  for (const module of needs.keys()) visit(module, []);
  return circles;
}
