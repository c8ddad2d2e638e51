import * as vscode from 'vscode';
import type { Composition } from '../model/composition';
import { fromPayload, toPayload } from '../model/compositionPayload';
import type { Payload } from '../model/payload';
import { payloadFrom, withTarget, type Pasted } from '../model/payloadFrom';
import { curlOf, payloadText } from '../model/payloadText';
import type { Session } from '../model/session';
import { reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import { labelled } from './composePlace';
import { handle } from './handlers';
import type { FromCompose } from './protocol/compose';

const saidMs = 3_000;

/** Needs no account. */
export async function copyAsJson(form: Composition): Promise<void> {
  await vscode.env.clipboard.writeText(payloadText(toPayload(form)));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as JSON'), saidMs);
}

/** The form as JSON of `chat.postMessage`, to and from the clipboard. */
export const payloadPart: MakeComposePart = (composer) => new PayloadPart(composer);

class PayloadPart implements ComposePart {
  constructor(private readonly composer: OpenComposer) {}

  begin(): void {
    // It has nothing to tell.
  }

  heed(message: FromCompose): boolean {
    return handle(message, {
      copyPayload: ({ as }) => void reported('copy payload', () => this.copy(as)),
      paste: ({ request, text }) => void reported('paste', () => this.paste(request, text)),
    });
  }

  dispose(): void {
    // It owns nothing.
  }

  private async copy(as: 'json' | 'curl'): Promise<void> {
    const { session, draft } = this.composer;
    if (as === 'json') return copyAsJson(draft.form);
    await vscode.env.clipboard.writeText(curlOf(toPayload(draft.form), session.account.server));
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as cURL: put your own token in'), saidMs);
  }

  private async paste(request: number, text: string): Promise<void> {
    const { draft } = this.composer;
    const pasted = draft.edits ? undefined : payloadFrom(text);
    const answer = pasted ? await this.mayReplace() : 'asText';
    if (this.isOver()) return;
    this.composer.tell({ type: 'pasted', request, isTaken: answer !== 'asText' });
    if (!pasted || answer !== 'replace') return;
    const payload = await withOneTarget(this.composer.session, pasted);
    if (!payload || this.isOver()) return;
    draft.setForm(formOf(this.composer.session, payload, draft.form));
    this.composer.tell({ type: 'form', form: draft.form });
    sayWhatIsLeft(pasted);
  }

  /** Closed, or of an account that is not in use any more, while somebody was asked. */
  private isOver(): boolean {
    return this.composer.signal.aborted;
  }

  private async mayReplace(): Promise<'replace' | 'asText' | 'neither'> {
    if (this.composer.draft.isEmpty) return 'replace';
    const [replace, asText] = [vscode.l10n.t('Replace'), vscode.l10n.t('Paste as Text')];
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Replace what stands in the form?'),
      { modal: true, detail: vscode.l10n.t('What you pasted is a whole message as JSON.') },
      replace,
      asText,
    );
    if (answer === replace) return 'replace';
    return answer === asText ? 'asText' : 'neither';
  }
}

/** The form that a message as JSON makes; without targets of its own it goes where the form goes already. */
export function formOf(
  session: Pick<Session, 'rooms' | 'account'>,
  payload: Payload,
  before: Composition,
): Composition {
  const form = fromPayload(payload);
  const { targets, thread } = form.targets.length > 0 ? form : before;
  return { ...form, targets: targets.map((target) => labelled(session, target)), thread };
}

/** What of it the form has no place for. */
export function sayWhatIsLeft({ left }: Pasted): void {
  if (left.length === 0) return;
  const said = vscode.l10n.t(
    'Not taken over, since Rocket.Chat does not know it there: {0}',
    left.join(', '),
  );
  void vscode.window.showInformationMessage(plainText(said));
}

/** Asks which one is meant where there are two; undefined where the person turns away. */
export async function withOneTarget(
  session: Pick<Session, 'rooms' | 'account'>,
  { payload, ask }: Pasted,
): Promise<Payload | undefined> {
  if (ask === undefined) return payload;
  const picked = await vscode.window.showQuickPick(targetRows(session, payload), {
    title: vscode.l10n.t('Where Is This Message to Go?'),
    placeHolder: vscode.l10n.t(
      'It names both a roomId and a channel, and servers since 8.0 take only one of them',
    ),
    ignoreFocusOut: true,
  });
  return picked && withTarget(payload, picked.key);
}

/** The targets that are named in two ways, as the person knows them. */
export function targetRows(session: Pick<Session, 'rooms' | 'account'>, payload: Payload) {
  const keys = ['channel', 'roomId'] as const;
  return keys.map((key) => ({ key, label: plainText(named(session, payload[key])), description: key }));
}

function named(session: Pick<Session, 'rooms' | 'account'>, entries: Payload['roomId'] = []): string {
  const labels = [entries].flat().map((entry) => labelled(session, { entry, label: entry }).label);
  return labels.join(', ');
}
