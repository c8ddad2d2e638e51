import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { plainCode } from './cleaned';
import { type Facts, factsOf, type Named } from './facts';
import { readText, type Source } from './readText';
import { mayBeLong } from './length';
import { spansTemplate } from './spans';
import type { Block, Cell, Item, Span } from './written';
import './code';
import './fold';
import './spoiler';

/** What somebody wrote, and whom it names. */
export type Written = Source & Named;

/** What somebody wrote, as it is to be read; long texts show their beginning. */
export function textTemplate(written: Written, context: PageContext): TemplateResult | typeof nothing {
  const facts = factsOf(written, context);
  const blocks = readText(written).filter((block) => !isEmpty(block, facts));
  if (blocks.length === 0) return nothing;
  if (!mayBeLong(blocks)) return html`<div class="text">${blocksTemplate(blocks, facts)}</div>`;
  const look = blocks.some(({ kind }) => kind === 'codeBlock') ? 'text with-code' : 'text';
  return html`<rc-fold
    class=${look}
    .words=${context.words.message}
    .content=${blocksTemplate(blocks, facts)}
  ></rc-fold>`;
}

/** Of a text whose place is known already. */
export function blocksTemplate(blocks: readonly Block[], facts: Facts): readonly unknown[] {
  return blocks.map((block) => blockTemplate(block, facts));
}

type Drawers = {
  readonly [Kind in Block['kind']]: (block: Block & { readonly kind: Kind }, facts: Facts) => unknown;
};

function blockTemplate(block: Block, facts: Facts): unknown {
  // The table is keyed by the kind: each drawer gets the block of its own.
  return (drawers[block.kind] as (block: Block, facts: Facts) => unknown)(block, facts);
}

const drawers: Drawers = {
  paragraph: paragraphTemplate,
  heading: headingTemplate,
  quote: ({ content }, facts) => html`<blockquote>${blocksTemplate(content, facts)}</blockquote>`,
  spoilerBlock: ({ content }, facts) =>
    html`<rc-spoiler
      class="block"
      .words=${facts.context.words.message}
      .content=${blocksTemplate(content, facts)}
    ></rc-spoiler>`,
  list: listTemplate,
  bigEmoji: ({ content }, facts) => html`<p class="big">${spansTemplate(content, facts)}</p>`,
  codeBlock: (block, { context }) => html`<rc-code .block=${block} .context=${context}></rc-code>`,
  mathBlock: ({ text }) => html`<p><code class="math">${plainCode(text)}</code></p>`,
  rule: () => html`<hr />`,
  gap: () => nothing,
  table: tableTemplate,
};

/** Blanks in it are shown: there must be none but its own. */
function paragraphTemplate({ lines }: Block & { readonly kind: 'paragraph' }, facts: Facts): TemplateResult {
  const said = lines.map((line, at) => [
    at === 0 ? '' : '\n',
    spansTemplate(withoutQuotes(line, facts), facts),
  ]);
  return html`<p>${said}</p>`;
}

/** The headings of a page are its own: one of a message begins below them. */
function headingTemplate(
  { level, content }: Block & { readonly kind: 'heading' },
  facts: Facts,
): TemplateResult {
  return html`<p class="heading level-${level}" role="heading" aria-level=${level + 2}>
    ${spansTemplate(content, facts)}
  </p>`;
}

function listTemplate({ start, items }: Block & { readonly kind: 'list' }, facts: Facts): TemplateResult {
  const lines = items.map((item) => itemTemplate(item, facts));
  if (start !== undefined)
    return html`<ol start=${start}>
      ${lines}
    </ol>`;
  return html`<ul class=${items.some(({ isDone }) => isDone !== undefined) ? 'tasks' : ''}>
    ${lines}
  </ul>`;
}

function itemTemplate({ content, isDone }: Item, facts: Facts): TemplateResult {
  if (isDone === undefined) return html`<li>${spansTemplate(content, facts)}</li>`;
  const { done, notDone } = facts.context.words.message;
  return html`<li>
    <i
      class="codicon codicon-${isDone ? 'pass-filled' : 'circle-large'}"
      role="img"
      aria-label=${isDone ? done : notDone}
    ></i
    ><span>${spansTemplate(content, facts)}</span>
  </li>`;
}

function tableTemplate({ head, rows }: Block & { readonly kind: 'table' }, facts: Facts): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        ${head.map((cell) => html`<th class=${lookOf(cell)}>${spansTemplate(cell.content, facts)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td class=${lookOf(cell)}>${spansTemplate(cell.content, facts)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function lookOf({ align }: Cell): string {
  return align === undefined ? '' : `align-${align}`;
}

/** A line begins with links to what it quotes, and a blank after them. */
function withoutQuotes(line: readonly Span[], { quoted }: Facts): readonly Span[] {
  if (!isQuote(line[0], quoted)) return line;
  const [first, ...others] = line.slice(line.findIndex((span) => !isBlank(span, quoted)));
  if (first?.kind !== 'text') return first ? [first, ...others] : [];
  return [{ kind: 'text', text: first.text.trimStart() }, ...others];
}

/** Nothing is left of a paragraph of empty links to what stands there as a quote. */
function isEmpty(block: Block, { quoted }: Facts): boolean {
  if (block.kind === 'gap') return true;
  return (
    block.kind === 'paragraph' && block.lines.every((line) => line.every((span) => isBlank(span, quoted)))
  );
}

function isBlank(span: Span, quoted: ReadonlySet<string>): boolean {
  return span.kind === 'text' ? span.text.trim() === '' : isQuote(span, quoted);
}

function isQuote(span: Span | undefined, quoted: ReadonlySet<string>): boolean {
  return span?.kind === 'link' && span.label.length === 0 && quoted.has(span.href);
}
