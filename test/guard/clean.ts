import { globSync, readFileSync } from 'node:fs';
import { Lot } from './lot';
import { tricky } from './tricky';

/** Pieces of files of one kind, as somebody might share them. */
export interface Clean {
  readonly source: string;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** Where it is from, to be found again. */
  readonly from: string;
  readonly text: string;
}

/**
 * Pieces of what is installed, code and documentation of many hands, and of this repository; the lock file, which is full
 * of sums; and what was written to look like a secret. The same pieces as long as the same packages are installed.
 */
export function cleanSnippets(): readonly Clean[] {
  const drawn = sources.map(([source, files, each]) => ({ source, pieces: piecesOf(globSync(files), each) }));
  const written = tricky.map((text, index) => ({ from: `tricky ${index + 1}`, text }));
  return [...drawn, { source: 'tricky', pieces: written }];
}

const packages = 'node_modules/{*,@*/*}';

/** With how many pieces of each file at most. */
const sources: readonly (readonly [source: string, files: readonly string[], each: number])[] = [
  ['this repository', ['src/**/*.{ts,css}', 'package.nls.json', 'esbuild.mjs'], 2],
  ['large files', ['package-lock.json', 'node_modules/typescript/lib/{lib.dom.d,typescript}.{ts,js}'], 150],
  ['JavaScript', [`${packages}/{,lib,dist,src,build}/*.{js,mjs,cjs}`], 1],
  ['TypeScript', [`${packages}/{,lib,dist,src,types}/*.ts`], 1],
  ['prose', [`${packages}/{,docs,doc}/*.md`, 'README.md', 'CHANGELOG.md'], 4],
  ['JSON', [`${packages}/{,lib,data,dist}/*.json`], 1],
  [
    'YAML, and lines of settings',
    [
      `${packages}/{,.github,.github/workflows}/{*.,.*}{yml,yaml,ini,toml}`,
      `${packages}/{.npmrc,.editorconfig,.env*,*.properties,*.cfg}`,
      '.github/**/*.yml',
    ],
    3,
  ],
];

const height = 20;
/** Files of one endless line are a snippet of nobody. */
const widest = 4_000;
/** Of one package: a large one does not speak for all. */
const mostOfOne = 60;
const mostOfLarge = 300;

function piecesOf(files: readonly string[], each: number): readonly Piece[] {
  const lot = new Lot(20260301);
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return files.toSorted().flatMap((file) => {
    const owner = /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file;
    const room = (each > 100 ? mostOfLarge : mostOfOne) - (counts.get(owner) ?? 0);
    const pieces = somewhereIn(file, Math.min(each, room), lot).filter(({ text }) => {
      const isNew = text.trim() !== '' && text.length <= widest && !seen.has(text);
      seen.add(text);
      return isNew;
    });
    counts.set(owner, (counts.get(owner) ?? 0) + pieces.length);
    return pieces;
  });
}

/** Not their beginnings alone, where licences stand and what is imported. */
function somewhereIn(file: string, most: number, lot: Lot): readonly Piece[] {
  if (most <= 0) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return Array.from({ length: Math.min(most, Math.ceil(lines.length / height)) }, () => {
    const first = lot.below(Math.max(1, lines.length - height + 1));
    return { from: `${file}:${first + 1}`, text: lines.slice(first, first + height).join('\n') };
  });
}
