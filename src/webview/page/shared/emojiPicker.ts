import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EmojiView } from '../../protocol/conversation';
import type { PageContext } from './context';
import { emojiSign } from './emojiSign';
import { type Cell, categoriesOf, type EmojiGrid, gridOf, step } from './emojiGrid';
import { place } from './popupPlace';

interface Picking {
  /** What it is picked for: the picker opens next to it. */
  readonly beside: HTMLElement;
  /** By its short name, without colons. */
  readonly choose: (name: string) => void;
}

/** The name is said by the button around it. */
const look = { alt: '', otherwise: '…' };

/** Lets the person pick one emoji; Escape picks none. The focus goes back to where it was. */
export function openEmojiPicker(context: PageContext, { beside, choose }: Picking): void {
  const dialog = document.createElement('dialog');
  const picker = new EmojiPicker();
  picker.context = context;
  dialog.className = 'emoji-picker';
  dialog.ariaLabel = context.words.list.emoji.pick;
  dialog.append(picker);
  picker.addEventListener('choose', (event) => {
    dialog.close();
    if (event instanceof CustomEvent) choose(String(event.detail));
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  void picker.updateComplete.then(() => {
    place(dialog, beside.getBoundingClientRect());
    picker.querySelector('input')?.focus();
  });
}

/** Search, categories and a grid of emoji; fires `choose` with a short name. */
export class EmojiPicker extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    query: { attribute: false },
    category: { attribute: false },
    at: { attribute: false },
  };

  declare context: PageContext;
  declare private query: string;
  declare private category: string | undefined;
  declare private at: Cell;

  private grid: EmojiGrid = { recent: [], rows: [] };

  constructor() {
    super();
    this.query = '';
    this.at = { row: 0, column: 0 };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!['context', 'query', 'category'].some((name) => changed.has(name))) return;
    const { query, categories } = this;
    this.grid = gridOf(this.context.emoji, { query, category: this.category ?? categories[0] ?? '' });
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<input
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${this.query}
        @input=${(event: Event) => this.search(event)}
        @keydown=${(event: KeyboardEvent) => this.searchKey(event)}
      />
      ${this.query === '' ? this.tabs() : nothing}
      <div
        class="grid"
        role="grid"
        aria-label=${this.label}
        @keydown=${(event: KeyboardEvent) => this.gridKey(event)}
        @focusin=${(event: FocusEvent) => this.entered(event)}
      >
        ${this.grid.rows.map((row, at) => this.row(row, at))}
      </div>
      ${this.grid.rows.length === 0 ? html`<p class="muted small">${words.none}</p>` : nothing}
      <p class="name muted small" aria-hidden="true">${this.nameAt(this.at)}</p>`;
  }

  private get words(): PageContext['words']['list']['emoji'] {
    return this.context.words.list.emoji;
  }

  private get categories(): readonly string[] {
    return categoriesOf(this.context.emoji);
  }

  private get label(): string {
    return this.query === '' ? this.nameOf(this.category ?? this.categories[0] ?? '') : this.words.results;
  }

  private nameOf(category: string): string {
    const { categories } = this.words;
    return Object.hasOwn(categories, category) ? (categories[category] ?? category) : category;
  }

  private nameAt({ row, column }: Cell): string {
    const name = this.grid.rows[row]?.[column]?.names[0];
    return name === undefined ? '' : `:${name}:`;
  }

  private tabs(): TemplateResult {
    const { categories } = this;
    const chosen = this.category ?? categories[0];
    return html`<div class="tabs" role="toolbar" aria-label=${this.words.pick}>
      ${categories.map(
        (category) =>
          html`<button
            class="icon"
            aria-label=${this.nameOf(category)}
            title=${this.nameOf(category)}
            aria-pressed=${category === chosen}
            @click=${() => this.show(category)}
          >
            ${this.signOf(category)}
          </button>`,
      )}
    </div>`;
  }

  private signOf(category: string): unknown {
    const first = this.context.emoji.all.find((emoji) => emoji.category === category);
    return first && emojiSign(first, this.context.media, look);
  }

  private row(row: readonly EmojiView[], at: number): TemplateResult {
    const isRecent = at === 0 && this.grid.recent.length > 0;
    return html`<div
      role="row"
      class=${isRecent ? 'recent' : ''}
      aria-label=${isRecent ? this.words.recent : nothing}
    >
      ${repeat(
        row,
        ({ names }) => names[0],
        (emoji, column) => this.cell(emoji, { row: at, column }),
      )}
    </div>`;
  }

  private cell(emoji: EmojiView, { row, column }: Cell): TemplateResult {
    const [name = ''] = emoji.names;
    const isHere = this.at.row === row && this.at.column === column;
    return html`<button
      role="gridcell"
      title=":${name}:"
      aria-label=${name.replaceAll('_', ' ')}
      tabindex=${isHere ? 0 : -1}
      data-row=${row}
      data-column=${column}
      @click=${() => this.choose(name)}
    >
      ${emojiSign(emoji, this.context.media, look)}
    </button>`;
  }

  private show(category: string): void {
    this.category = category;
    this.at = { row: 0, column: 0 };
    this.querySelector('.grid')?.scrollTo(0, 0);
  }

  private search({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.query = target.value;
    this.at = { row: 0, column: 0 };
  }

  private searchKey(event: KeyboardEvent): void {
    if (event.isComposing || !['ArrowDown', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    const first = this.grid.rows[0]?.[0]?.names[0];
    if (event.key === 'ArrowDown') this.go({ row: 0, column: 0 });
    else if (this.query !== '' && first !== undefined) this.choose(first);
  }

  private gridKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp' && this.at.row === 0) {
      event.preventDefault();
      return this.querySelector('input')?.focus();
    }
    const to = step(this.grid.rows, this.at, event.key);
    if (!to) return;
    event.preventDefault();
    this.go(to);
  }

  private go(to: Cell): void {
    this.at = to;
    this.cellAt(to)?.focus();
  }

  private cellAt({ row, column }: Cell): HTMLElement | null {
    return this.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  }

  private entered({ target }: Event): void {
    const { row, column } = target instanceof HTMLElement ? target.dataset : {};
    if (row !== undefined && column !== undefined) this.at = { row: Number(row), column: Number(column) };
  }

  private choose(name: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: name }));
  }
}

customElements.define('rc-emoji-picker', EmojiPicker);
