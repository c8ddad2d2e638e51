import { parse } from '@rocket.chat/message-parser';
import { plainSpans } from './readSpans';
import { readTree } from './readTree';
import type { Block } from './written';

/** What a person or program wrote, with the server's parsed tree where there is one. */
export interface Source {
  readonly text: string;
  readonly tree?: readonly unknown[];
}

/** The parser's time grows with the square of what it is given: of more than this, only lines are read. */
const maxParsed = 5_000;
/** Each of these may open something that is looked for to the end. */
const openings = /[[(<|]/g;
const maxOpenings = 500;

/** What it says, block by block. Never throws. */
export function readText({ text, tree }: Source): readonly Block[] {
  if (tree && tree.length > 0) return readTree(tree, text);
  if (text.trim() === '') return [];
  return isParsable(text) ? parsedBlocks(text) : plainBlocks(text);
}

function isParsable(text: string): boolean {
  return text.length <= maxParsed && [...text.matchAll(openings)].length <= maxOpenings;
}

/** Without markup, as it was written. */
export function plainBlocks(text: string): readonly Block[] {
  return [{ kind: 'paragraph', lines: text.split(/\r\n?|\n/).map(plainSpans) }];
}

function parsedBlocks(text: string): readonly Block[] {
  try {
    return readTree(parse(text, options), text);
  } catch {
    // The parser refuses some texts: they are shown as they were written.
    return plainBlocks(text);
  }
}

/** As the server's own parser is set, except formulas, which are not drawn. */
const options = { colors: true, emoticons: true };
