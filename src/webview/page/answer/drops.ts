import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Dragged {
  readonly what: 'files' | 'resources' | 'text';
  readonly holdsShift: boolean;
}

export interface Heeds {
  readonly isWanted: (what: Dragged['what']) => boolean;
  readonly takeFiles: (files: readonly File[]) => void;
  readonly takeText: (text: string) => void;
  /** Addresses of what VS Code's explorer and tabs hold; where nobody wants them they are text like any other. */
  readonly takeResources?: (uris: readonly string[]) => void;
}

/** What is dragged over the page from elsewhere. VS Code lets a webview know of it only while Shift is held. */
export class Drops implements ReactiveController {
  dragged: Dragged | undefined;
  private listening: AbortController | undefined;
  /** A selection of the page's own that is moved: the browser's business. */
  private isOwn = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly heeds: Heeds,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener('dragstart', () => (this.isOwn = true), { signal });
    document.addEventListener('dragend', () => (this.isOwn = false), { signal });
    document.addEventListener('dragenter', (event) => this.over(event), { signal });
    document.addEventListener('dragover', (event) => this.over(event), { signal });
    document.addEventListener('dragleave', (event) => this.left(event), { signal });
    document.addEventListener('drop', (event) => this.dropped(event), { signal });
  }

  hostDisconnected(): void {
    this.listening?.abort();
  }

  private over(event: DragEvent): void {
    const what = this.wanted(event);
    if (!what || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (this.dragged?.what !== what || this.dragged.holdsShift !== event.shiftKey)
      this.show({ what, holdsShift: event.shiftKey });
  }

  /** Leaving for another element of the page is not leaving. */
  private left(event: DragEvent): void {
    if (event.relatedTarget === null) this.show(undefined);
  }

  private dropped(event: DragEvent): void {
    const what = this.wanted(event);
    this.show(undefined);
    if (!what || !event.dataTransfer) return;
    event.preventDefault();
    if (what === 'files') this.heeds.takeFiles([...event.dataTransfer.files]);
    else if (what === 'resources') this.heeds.takeResources?.(resourcesOf(event.dataTransfer));
    else this.heeds.takeText(textOf(event.dataTransfer));
  }

  private wanted({ dataTransfer }: DragEvent): Dragged['what'] | undefined {
    const what = dataTransfer && !this.isOwn ? this.kindOf(dataTransfer.types) : undefined;
    return what && this.heeds.isWanted(what) ? what : undefined;
  }

  private kindOf(types: readonly string[]): Dragged['what'] | undefined {
    if (this.heeds.takeResources && types.includes(resources)) return 'resources';
    if (types.includes('Files')) return 'files';
    return texts.some((type) => types.includes(type)) ? 'text' : undefined;
  }

  private show(dragged: Dragged | undefined): void {
    this.dragged = dragged;
    this.host.requestUpdate();
  }
}

/** Resources of VS Code's explorer are text: nothing is read that the person did not hand over. */
const texts = ['text/plain', 'text/uri-list', 'application/vnd.code.uri-list'] as const;

/** A list of addresses of another kind may be a link of a web page. */
const resources = 'application/vnd.code.uri-list';

function textOf(data: DataTransfer): string {
  return texts.map((type) => data.getData(type)).find((text) => text !== '') ?? '';
}

/** One a line; lines that begin with # are remarks. */
function resourcesOf(data: DataTransfer): readonly string[] {
  return data
    .getData(resources)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
