import { headerOf, labelOf } from './snippetHeader';
import type { Words } from './snippet';

/** What a tool found in some lines. */
export interface Finding {
  /** `Error`, in the words of whoever shares it. */
  readonly severity: string;
  readonly message: string;
  /** Who says it: `ts`, `eslint`. */
  readonly source?: string;
  readonly code?: string;
  /** Where the code is explained. */
  readonly link?: string;
}

/** A place in a stack, the innermost first. */
export interface Frame {
  readonly name: string;
  /** Absent where there is no source. */
  readonly path?: string;
  readonly line?: number;
  /** To exactly that line. */
  readonly link?: string;
}

/** `**Error** eslint(no-var)`, and below it the message as it is. */
export function findingWords({ severity, message, source = '', code, link }: Finding): Words[] {
  const rule = code === undefined ? source : source === '' ? code : `${source}(${code})`;
  const shown = link !== undefined && rule !== '' ? linked(rule, link) : literal(rule);
  const first = {
    markdown: ['**' + severity + '**', shown].filter((text) => text !== '').join(' '),
    plain: [severity, rule].filter((text) => text !== '').join(' '),
  };
  const lines = message.trim().split(/\r\n?|\n/);
  return [first, ...lines.map((line) => ({ markdown: literal(line), plain: line }))];
}

/** One line each, numbered as they were called. */
export function frameWords(frames: readonly Frame[]): Words[] {
  return frames.map(({ name, path, line, link }) => {
    const lines = line === undefined ? undefined : { first: line, last: line };
    if (path === undefined) return { markdown: literal(name), plain: name };
    return {
      markdown: `${literal(name)} ${headerOf(path, lines, link)}`,
      plain: `${name} (${labelOf(path, lines)})`,
    };
  });
}

/**
 * Words of a program, which are no markup and call nobody: as code where Rocket.Chat would make more of them than
 * text.
 */
export function literal(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trimEnd();
  if (!/[*_~`#@:<>[\]|\\]|^\s*([-+]|\d+[.)])\s/.test(line)) return line;
  // Inline code ends at the first backtick, whatever stands around it.
  return `\`${line.replaceAll('`', "'")}\``;
}

function linked(label: string, link: string): string {
  return /[[\]*_~`]/.test(label) ? `${literal(label)} ${link}` : `[${label}](${link.replaceAll(')', '%29')})`;
}
