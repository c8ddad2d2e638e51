import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CodeAction } from '../../protocol/conversation';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { plainCode } from './cleaned';
import { highlight } from './highlight';
import { commitOf } from './links';
import { press } from './presses';
import type { CodeBlock, CodeHeader } from './written';

/** Longer code shows its beginning. */
const foldedLines = 12;

const acts = [
  { action: 'copy', icon: 'copy', label: 'copy' },
  { action: 'insert', icon: 'insert', label: 'insert' },
  { action: 'open', icon: 'go-to-file', label: 'openInEditor' },
  { action: 'compare', icon: 'diff', label: 'compare' },
] as const satisfies readonly {
  readonly action: CodeAction;
  readonly icon: string;
  readonly label: string;
}[];

/** A piece of code, with what one does to it. */
export class Code extends LitElement {
  static override readonly properties = {
    block: { attribute: false, hasChanged: isOtherCode },
    context: { attribute: false },
    isOpen: { state: true },
  };

  declare block: CodeBlock;
  declare context: PageContext;
  declare private isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { code } = this.block;
    const lines = code.split('\n');
    // One line more takes no more room than the button that would show it.
    const isLong = lines.length > foldedLines + 1;
    const shown = isLong && !this.isOpen ? lines.slice(0, foldedLines).join('\n') : code;
    return html`<div class="code" role="group" aria-label=${this.name}>
      <header class="small">
        ${this.block.header ? this.place(this.block.header) : this.language()}
        ${acts.map((act) => this.button(act))}
      </header>
      <pre tabindex="-1"><code>${this.tokens(shown)}</code></pre>
      ${isLong ? this.folding(lines.length) : nothing}
    </div>`;
  }

  private get name(): string {
    const { code } = this.context.words.message;
    const { header, language } = this.block;
    if (header) return `${code}, ${placeOf(header)}`;
    return language === undefined ? code : `${code}, ${language}`;
  }

  private language(): TemplateResult {
    const { language = '' } = this.block;
    return html`<span class="language muted">${plainCode(language)}</span>`;
  }

  private place(header: CodeHeader): TemplateResult {
    const { tell } = this.context;
    const { ref, href, note } = header;
    const open = press(() => tell({ type: 'openPath', ...ref, ...(href !== undefined && { href }) }));
    const said = plainCode(placeOf(header));
    const commit = href === undefined ? undefined : commitOf(href);
    return html`<i class="codicon codicon-file-code" aria-hidden="true"></i
      ><a class="path" href="#" title=${said} @click=${open} @auxclick=${open}><bdi>${said}</bdi></a>
      ${note === '' ? nothing : html`<span class="note muted" title=${note}>${note}</span>`}
      ${commit === undefined ? nothing : html`<span class="commit muted">${commit}</span>`}`;
  }

  private button({ action, icon, label }: (typeof acts)[number]): TemplateResult {
    const words = this.context.words.message[label];
    return html`<button class="icon" aria-label=${words} title=${words} @click=${() => this.act(action)}>
      <i class="codicon codicon-${icon}" aria-hidden="true"></i>
    </button>`;
  }

  private act(action: CodeAction): void {
    const { code, language = this.ending } = this.block;
    this.context.tell({ type: 'code', action, code, ...(language !== undefined && { language }) });
  }

  /** A file that is named says its language by its ending. */
  private get ending(): string | undefined {
    const path = this.block.header?.ref.path;
    return path === undefined ? undefined : /\.(\w+)$/.exec(path)?.[1];
  }

  private tokens(code: string): unknown {
    const { language = this.ending } = this.block;
    return highlight(code, language).map(({ text, look }) =>
      look === undefined ? plainCode(text) : html`<span class="token-${look}">${plainCode(text)}</span>`,
    );
  }

  private folding(lines: number): TemplateResult {
    const { showAllLines, showLess } = this.context.words.message;
    return html`<button class="folding link small" aria-expanded=${this.isOpen} @click=${this.toggle}>
      ${this.isOpen ? showLess : fill(showAllLines, lines)}
    </button>`;
  }

  private readonly toggle = (): void => {
    this.isOpen = !this.isOpen;
  };
}

/** `src/a.ts · 12–20` */
function placeOf({ ref: { path, line, end } }: CodeHeader): string {
  return `${path} · ${line}${end === undefined ? '' : `–${end}`}`;
}

/** The text is read anew with each drawing: the same code need not be. */
function isOtherCode(one: CodeBlock | undefined, other: CodeBlock | undefined): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

customElements.define('rc-code', Code);
