import type { Types } from '@rocket.chat/message-parser';
import { bareText, isNode, listOf, type Node } from './nodes';
import { asBlocks, asSpans } from './pieces';
import type { Look, Reader } from './readTree';
import type { Block, Cell, Item } from './written';

type BlockTypes =
  | 'PARAGRAPH'
  | 'HEADING'
  | 'QUOTE'
  | 'SPOILER_BLOCK'
  | 'CODE'
  | 'CODE_LINE'
  | 'BIG_EMOJI'
  | 'ORDERED_LIST'
  | 'UNORDERED_LIST'
  | 'LIST_ITEM'
  | 'TASKS'
  | 'TASK'
  | 'KATEX'
  | 'LINE_BREAK'
  | 'HORIZONTAL_RULE'
  | 'TABLE'
  | 'TABLE_ROW'
  | 'TABLE_CELL';

const spans = ({ value }: Node, { inside }: Look) => asSpans(inside(value));
const blocks = ({ value }: Node, { inside }: Look) => asBlocks(inside(value));
/** A part of a whole that stands alone. */
const loose: Reader = (node, look) => [{ kind: 'paragraph', lines: [spans(node, look)] }];

/** What stands in lines of its own. */
export const blockReaders: Readonly<Record<BlockTypes & keyof Types, Reader>> = {
  PARAGRAPH: loose,
  HEADING: (node, look) => [{ kind: 'heading', level: levelOf(node['level']), content: spans(node, look) }],
  QUOTE: (node, look) => [{ kind: 'quote', content: blocks(node, look) }],
  SPOILER_BLOCK: (node, look) => [{ kind: 'spoilerBlock', content: blocks(node, look) }],
  CODE: (node) => [
    { kind: 'codeBlock', code: codeOf(node['value']), language: languageOf(node['language']) },
  ],
  CODE_LINE: (node) => [{ kind: 'codeBlock', code: bareText(node['value']) }],
  BIG_EMOJI: (node, look) => [{ kind: 'bigEmoji', content: spans(node, look) }],
  ORDERED_LIST: (node, look) => [
    { kind: 'list', start: startOf(node['value']), items: itemsOf(node['value'], look) },
  ],
  UNORDERED_LIST: (node, look) => [{ kind: 'list', items: itemsOf(node['value'], look) }],
  LIST_ITEM: loose,
  TASKS: (node, look) => [{ kind: 'list', items: itemsOf(node['value'], look) }],
  TASK: (node, look) => [{ kind: 'list', items: itemsOf([node], look) }],
  KATEX: (node) => [{ kind: 'mathBlock', text: bareText(node['value']) }],
  LINE_BREAK: () => [{ kind: 'gap' }],
  HORIZONTAL_RULE: () => [{ kind: 'rule' }],
  TABLE: (node, look) => tableOf(node['value'], look),
  TABLE_ROW: loose,
  TABLE_CELL: loose,
};

function levelOf(level: unknown): 1 | 2 | 3 | 4 {
  return level === 1 || level === 2 || level === 3 ? level : 4;
}

function codeOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : listOf(value)
        .map((line) => bareText(line))
        .join('\n');
}

/** The parser says `none` where nothing is said. */
function languageOf(language: unknown): string | undefined {
  const named = typeof language === 'string' ? language.trim().slice(0, 40) : '';
  return named === '' || named === 'none' ? undefined : named;
}

function startOf(items: unknown): number {
  const [first] = listOf(items);
  const number = isNode(first) ? first['number'] : undefined;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : 1;
}

function itemsOf(value: unknown, look: Look): readonly Item[] {
  return listOf(value)
    .filter(isNode)
    .map((node) => ({
      content: spans(node, look),
      ...(node['type'] === 'TASK' && { isDone: node['status'] === true }),
    }));
}

function tableOf(value: unknown, look: Look): readonly Block[] {
  if (!isNode(value)) return [];
  const rows = listOf(value['rows']).filter(isNode);
  return [
    {
      kind: 'table',
      head: cellsOf(value['header'], look),
      rows: rows.map((row) => cellsOf(row['value'], look)),
    },
  ];
}

function cellsOf(value: unknown, look: Look): readonly Cell[] {
  return listOf(value)
    .filter(isNode)
    .map((node) => ({ content: spans(node, look), align: alignOf(node['align']) }));
}

function alignOf(align: unknown): Cell['align'] {
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined;
}
