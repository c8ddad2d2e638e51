import type { Locator } from 'playwright-core';
import type { ComposeForm, ComposeView, ToCompose } from '../../../src/webview/protocol/compose';
import { composition } from '../makers/composition';
import { setup } from '../makers/views';
import type { OpenedPage, PageOptions, Told } from './openPage';

export interface ComposerOptions extends PageOptions {
  readonly view?: Partial<ComposeView>;
  readonly form?: Partial<ComposeForm>;
}

/** What a host says to a composer that opens, of ann's draft. */
export function composerOpening({ view, form }: ComposerOptions = {}): readonly ToCompose[] {
  return [
    { type: 'setup', setup: setup({ home: 'editor' }) },
    {
      type: 'emoji',
      emoji: [
        { names: ['tada'], unicode: '🎉', category: 'objects' },
        { names: ['tangerine'], unicode: '🍊', category: 'food' },
      ],
    },
    { type: 'composer', view: composeView(view) },
    { type: 'form', form: composition(form) },
  ];
}

export function composeView(over: Partial<ComposeView> = {}): ComposeView {
  return {
    account: 'ann @ chat.example.org',
    draft: 'draft-1',
    mode: 'new',
    maxLength: 5000,
    mayImpersonate: false,
    mayAttachFiles: true,
    accountLabel: '',
    ...over,
  };
}

/** A composer, whose host the test is. */
export class ComposerPage {
  constructor(readonly opened: OpenedPage) {}

  get page() {
    return this.opened.page;
  }

  get to(): Locator {
    return this.page.getByRole('combobox', { name: 'To' });
  }

  /** What the search offers. */
  get found(): Locator {
    return this.page.getByRole('listbox', { name: 'Rooms and people' }).getByRole('option');
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'Message', exact: true });
  }

  get send(): Locator {
    return this.page.getByRole('button', { name: 'Send', exact: true });
  }

  get chips(): Promise<readonly string[]> {
    return this.page.getByRole('list', { name: 'Goes to' }).getByRole('listitem').allInnerTexts();
  }

  async say(...messages: readonly ToCompose[]): Promise<void> {
    await this.opened.say(...messages);
  }

  /** What a host says when the page opens. */
  async open(options: ComposerOptions): Promise<void> {
    await this.say(...composerOpening(options));
  }

  /** The host puts something else into the form. */
  async take(form: Partial<ComposeForm>): Promise<void> {
    await this.say({ type: 'form', form: composition(form) });
  }

  /** The form that was told last. */
  async form(): Promise<ComposeForm> {
    return (await this.opened.told('form')).form;
  }

  async toldOf<
    T extends Told<'form' | 'sendForm' | 'addFile' | 'moveFile' | 'retryTarget' | 'paste'>['type'],
  >(type: T): Promise<readonly Told<T>[]> {
    return (await this.opened.allTold()).filter((message): message is Told<T> => message.type === type);
  }

  /** What is asked for after the search was typed, is found. */
  async find(query: string, ...names: readonly string[]): Promise<void> {
    await this.opened.forgetTold();
    await this.to.pressSequentially(query);
    await this.offer(names);
  }

  /** The search for all that is typed is answered, at first perhaps without what the server knows. */
  async offer(names: readonly string[], isWhole = true): Promise<void> {
    const { request } = await this.opened.told('findTargets', { query: await this.to.inputValue() });
    const items = names.map((name) => ({ entry: name, label: name.slice(1), icon: 'symbol-numeric' }));
    await this.say({ type: 'targets', request, items, isWhole });
  }

  /** What the clipboard holds is pasted where the focus is; whether the page took it from the browser. */
  async paste(text: string, files: readonly string[] = []): Promise<boolean> {
    return this.page.evaluate(
      ([words, names]) => {
        const clipboardData = new DataTransfer();
        if (words !== '') clipboardData.setData('text/plain', words);
        for (const name of names) clipboardData.items.add(new File(['bytes'], name, { type: 'image/png' }));
        const how = { clipboardData, bubbles: true, cancelable: true };
        return document.activeElement?.dispatchEvent(new ClipboardEvent('paste', how)) === false;
      },
      [text, files] as const,
    );
  }

  /** Something is dragged over the form, and let go of if `type` is `drop`. */
  async drag(
    type: 'dragover' | 'drop',
    data: Readonly<Record<string, string>>,
    files: readonly string[] = [],
  ) {
    await this.page.evaluate(
      ([name, texts, names]) => {
        const dataTransfer = new DataTransfer();
        for (const [kind, text] of Object.entries(texts)) dataTransfer.setData(kind, text);
        for (const file of names) dataTransfer.items.add(new File(['bytes'], file, { type: 'text/plain' }));
        const how = { dataTransfer, shiftKey: true, bubbles: true, cancelable: true };
        document.querySelector('.form')?.dispatchEvent(new DragEvent(name, how));
      },
      [type, data, files] as const,
    );
  }
}

/** How tests open a composer. */
export function composerPages(
  open: (options?: PageOptions) => Promise<OpenedPage>,
): (options?: ComposerOptions) => Promise<ComposerPage> {
  return async (options = {}) => {
    const opened = await open({ width: 640, height: 800, ...options, name: 'compose' });
    const composer = new ComposerPage(opened);
    await composer.open(options);
    return composer;
  };
}
