import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { reported } from '../platform/command';
import { languageOf } from './codeBlocksLanguage';
import { openIfThere, openPath } from './codeBlocksPaths';
import { handle } from './handlers';
import { openOutside } from './openOutside';
import type { MakePart, OpenPage, Part } from './part';
import type { CodeAction, FromPage } from './protocol/conversation';

const scheme = 'rocketchat-code';
/** Comparisons that are open longer show nothing any more once so many others came. */
const mostKept = 20;

export interface CodeBlocksOptions {
  /** What is selected in an editor as a message, with its header; undefined where nothing is. */
  readonly textOf: (editor: vscode.TextEditor) => Promise<string | undefined>;
  /** Opens the file behind a link of a forge; false where this workspace does not have that repository. */
  readonly openForge: (href: string) => Promise<boolean>;
}

/** What can be done with code in messages, and with code for them. */
export class CodeBlocks implements Disposable, vscode.TextDocumentContentProvider {
  private readonly lifetime = new Lifetime();
  private readonly texts = new Map<string, string>();
  private last: vscode.TextEditor | undefined;
  private count = 0;

  readonly part: MakePart = (page) => new CodeBlocksPart(page, this, this.options);

  constructor(private readonly options: CodeBlocksOptions) {
    this.last = vscode.window.activeTextEditor;
    this.lifetime.own(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    // A page in a tab takes the place of the active editor.
    this.lifetime.own(
      vscode.window.onDidChangeActiveTextEditor((editor) => (this.last = editor ?? this.last)),
    );
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.texts.get(path) ?? '';
  }

  async run(action: CodeAction, code: string, language: string | undefined): Promise<void> {
    switch (action) {
      case 'copy':
        await vscode.env.clipboard.writeText(code);
        return;
      case 'insert':
        await this.insert(code);
        return;
      case 'open':
        await openNew(code, language);
        return;
      case 'compare':
        await this.compare(code);
    }
  }

  /** Throws in words where there is none. */
  editor(): vscode.TextEditor {
    const { visibleTextEditors } = vscode.window;
    const editor = visibleTextEditors.find((one) => one === this.last) ?? visibleTextEditors[0];
    if (editor) return editor;
    throw new Error(vscode.l10n.t('Open a file first.'));
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** With the indentation of where it goes, and one step to undo. */
  private async insert(code: string): Promise<void> {
    const editor = this.editor();
    const isDone = await editor.insertSnippet(new vscode.SnippetString().appendText(code));
    if (!isDone) throw new Error(vscode.l10n.t('The file cannot be changed.'));
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  }

  private async compare(code: string): Promise<void> {
    const { document } = this.editor();
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const title = vscode.l10n.t('Code from Rocket.Chat ↔ {0}', name);
    // Of the same name: both sides are shown in the same language.
    const block = this.keep(code, name);
    await vscode.commands.executeCommand('vscode.diff', block, document.uri, title);
  }

  private keep(code: string, name: string): vscode.Uri {
    this.count += 1;
    const uri = vscode.Uri.from({ scheme, path: `/${this.count}/${name}` });
    this.texts.set(uri.path, code);
    const [oldest] = this.texts.keys();
    if (this.texts.size > mostKept && oldest !== undefined) this.texts.delete(oldest);
    return uri;
  }
}

type Asked = Extract<FromPage, { type: 'openPath' }>;

class CodeBlocksPart implements Part {
  constructor(
    private readonly page: OpenPage,
    private readonly blocks: CodeBlocks,
    private readonly options: CodeBlocksOptions,
  ) {}

  begin(): void {
    // Nothing to tell before somebody does something.
  }

  heed(message: FromPage): boolean {
    return handle(message, {
      code: ({ action, code, language }) =>
        void reported(`code ${action}`, () => this.blocks.run(action, code, language)),
      openPath: (asked) => void reported('open path', () => this.openPath(asked)),
      insertSelection: () => void reported('insert selection', () => this.insertSelection()),
    });
  }

  dispose(): void {
    // The blocks outlive their pages.
  }

  /** The file of that very repository before any of the same name; on the web where neither is here. */
  private async openPath({ path, line, end = line, href }: Asked): Promise<void> {
    const lines = { first: line, last: Math.max(line, end) };
    if (href === undefined) await openPath(path, lines);
    else if (!(await this.options.openForge(href)) && !(await openIfThere(path, lines)))
      await openOutside(href);
  }

  private async insertSelection(): Promise<void> {
    const { place } = this.page;
    if (!place) return;
    const text = await this.options.textOf(this.blocks.editor());
    if (text === undefined) throw new Error(vscode.l10n.t('Select some code first.'));
    this.page.tell({ type: 'insert', place, text });
  }
}

async function openNew(content: string, fence: string | undefined): Promise<void> {
  const language = languageOf(fence, await vscode.languages.getLanguages());
  const document = await vscode.workspace.openTextDocument({ content, ...(language && { language }) });
  await vscode.window.showTextDocument(document);
}
