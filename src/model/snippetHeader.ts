import type { Lines } from './gitLink';

/** `src/a.ts:12-20` as a link, or as code where there is none. What Rocket.Chat would read as markup stays readable. */
export function headerOf(path: string, lines: Lines | undefined, link: string | undefined): string {
  const label = labelOf(path, lines);
  if (!link) return label.includes('`') ? label : `\`${label}\``;
  if (!isMarkup(label)) return `[${label}](${link})`;
  // This form reads no markup in its label, but cannot hold these three.
  return /[<>|]/.test(label) ? `${link} ${label}` : `<${link}|${label}>`;
}

/** For people: `src/a.ts`, `src/a.ts:12` or `src/a.ts:12-20`. */
export function labelOf(path: string, lines?: Lines): string {
  // A file's name may hold a line break; ours must not.
  return `${path.replace(/\p{Cc}+/gu, ' ')}${lines ? rangeOf(lines) : ''}`;
}

function rangeOf({ first, last }: Lines): string {
  return first === last ? `:${first}` : `:${first}-${last}`;
}

/** `__init__.py`, `a*b*.ts` and the like would lose characters; two brackets would end the label. */
function isMarkup(label: string): boolean {
  return /[*~]/.test(label) || /\][ (]/.test(label) || /(?<![A-Za-z0-9])_.*_/.test(label);
}
