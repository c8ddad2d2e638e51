import * as vscode from 'vscode';
import { Emitter } from '../base/event';
import type { Room } from '../model/room';
import type { Snippet } from '../model/snippet';
import { snippetForm, snippetForms, type ShareAs, type SnippetForm } from '../model/snippetForm';
import { snippetFile } from '../model/snippetFile';

/** What the person sees while choosing a room: the form that it will have, and buttons to change it. */
export class FormOffer {
  private readonly changed = new Emitter<void>();
  private limit = Infinity;
  private chosen: SnippetForm | undefined;

  readonly onDidChange = this.changed.event;
  /** Was chosen in place of a room. */
  wantsComposer = false;
  /** The composer begins with it. */
  room: Room | undefined;

  constructor(
    private snippets: readonly Snippet[],
    private readonly options: {
      readonly setting: ShareAs;
      readonly label: string;
      readonly hasComposer: boolean;
      readonly sizeText: (bytes: number) => string;
    },
  ) {}

  /** The same snippets, with all that is known by now. */
  learn(snippets: readonly Snippet[], limit: number): void {
    this.snippets = snippets;
    this.limit = limit;
    this.changed.fire();
  }

  /** One for each, as they would be shared now. */
  forms(): SnippetForm[] {
    const rules = { limit: this.limit, setting: this.chosen ?? this.options.setting };
    return this.snippets.map((snippet) => snippetForm(snippet, rules));
  }

  title(): string {
    const { label } = this.options;
    const form = this.form();
    switch (form) {
      case undefined:
        return vscode.l10n.t('Share {0}', label);
      case 'code':
        return vscode.l10n.t('Share {0} as code in the message', label);
      case 'attachment':
        return vscode.l10n.t('Share {0} as an attachment', label);
      case 'file':
        return this.fileTitle();
    }
  }

  buttons(): vscode.QuickInputButton[] {
    const current = this.form();
    const forms = this.isLinkAlone() ? [] : snippetForms.filter((form) => form !== current);
    return [...forms.map(formButton), ...(this.options.hasComposer ? [composeButton()] : [])];
  }

  /** Whether the room is still to be chosen. `room`: that in focus. */
  press(button: vscode.QuickInputButton, room?: Room): boolean {
    const form = snippetForms.find((one) => formButton(one).tooltip === button.tooltip);
    if (form === undefined) {
      this.wantsComposer = true;
      this.room = room;
      return false;
    }
    this.chosen = form;
    this.changed.fire();
    return true;
  }

  /** Undefined where there is none to speak of, or each has its own. */
  private form(): SnippetForm | undefined {
    if (this.isLinkAlone()) return undefined;
    const forms = new Set(this.forms());
    const [form] = forms;
    return forms.size === 1 ? form : undefined;
  }

  private isLinkAlone(): boolean {
    return this.snippets.every(({ kind }) => kind === 'link');
  }

  private fileTitle(): string {
    const { label, sizeText } = this.options;
    const [first, ...more] = this.snippets.map(snippetFile);
    if (!first || more.length > 0) return vscode.l10n.t('Share {0} as uploaded files', label);
    const size = sizeText(new TextEncoder().encode(first.text).length);
    return vscode.l10n.t('Share {0} as the file {1} ({2})', label, first.name, size);
  }
}

function formButton(form: SnippetForm): vscode.QuickInputButton {
  switch (form) {
    case 'code':
      return {
        iconPath: new vscode.ThemeIcon('code'),
        tooltip: vscode.l10n.t('Share as Code in the Message'),
      };
    case 'attachment':
      return { iconPath: new vscode.ThemeIcon('note'), tooltip: vscode.l10n.t('Share as an Attachment') };
    case 'file':
      return { iconPath: new vscode.ThemeIcon('file-code'), tooltip: vscode.l10n.t('Share as a File') };
  }
}

function composeButton(): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon('edit'), tooltip: vscode.l10n.t('Go On in the Composer…') };
}
