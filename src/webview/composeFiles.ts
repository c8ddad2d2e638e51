import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import { largestKept } from '../model/compositionDrafts';
import { sameValue } from '../model/sameValue';
import { fileSettings } from '../model/uploadsLimits';
import { reported } from '../platform/command';
import { fileFault, fileObstacle } from './composeCheck';
import type { StagedFile } from './composeStaged';
import { fileOfSource, fileView, isStagedSource } from './composeFileViews';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import { readAll, readDropped, type Judge, type ReadFile, type Reading } from './composeResources';
import { handle } from './handlers';
import type { ComposeFileView, FromCompose } from './protocol/compose';
import { typeOfName } from './uploadsTypes';
import { lostText, obstacleReason, obstacleText, sizeText } from './uploadsWords';

/** The files that go with the message: picked, pasted or dropped, each with a description. */
export const filesPart: MakeComposePart = (composer) => new FilesPart(composer);

type Added = Extract<FromCompose, { type: 'addFile' }>;

class FilesPart implements ComposePart {
  private readonly lifetime = new Lifetime();

  private told: readonly ComposeFileView[] | undefined;

  constructor(private readonly composer: OpenComposer) {
    const { draft, session } = composer;
    this.lifetime.own(draft.onDidChange((change) => change !== 'kept' && this.show()));
    this.lifetime.own(session.rooms.onDidChange(() => this.show()));
    void reported('learn limits', () => this.learn());
  }

  begin(): void {
    this.told = undefined;
    this.show();
  }

  heed(message: FromCompose): boolean {
    const { draft } = this.composer;
    if (message.type === 'media') return isStagedSource(message.source) && this.showPicture(message.source);
    return handle(message, {
      pickFiles: () => void reported('attach', () => this.pick()),
      addFile: (added) => this.expect(this.add(added)),
      addResources: ({ uris }) => this.expect(this.drop(uris)),
      describeFile: ({ file, description }) => draft.describeFile(file, description),
      moveFile: ({ file, to }) => draft.moveFile(file, to),
      // What is on its way is stopped by who sends it.
      removeFile: ({ file }) => draft.removeFile(file),
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async learn(): Promise<void> {
    await fileSettings(this.composer.session);
    this.show();
  }

  private show(): void {
    const files = this.composer.draft.files.map((file) => this.view(file));
    if (!sameValue(files, this.told)) this.composer.tell({ type: 'files', files });
    this.told = files;
  }

  /** With what keeps it from going along; else with what there is to know of it. */
  private view(file: StagedFile): ComposeFileView {
    const { composer } = this;
    const fault = file.status.state === 'sending' ? undefined : fileFault(composer, file);
    if (fault === undefined)
      return fileView(file, composer.draft.outlives(file) ? undefined : tooLargeToKeep());
    const reason = fault === 'lost' ? lostText(file.name) : obstacleReason(fault);
    return fileView({ ...file, status: { state: 'failed', reason } }, undefined);
  }

  private async pick(): Promise<void> {
    const uris = await vscode.window.showOpenDialog({
      canSelectMany: true,
      title: vscode.l10n.t('Attach Files'),
      openLabel: vscode.l10n.t('Attach'),
    });
    if (uris) this.expect(this.read(uris));
  }

  private async read(uris: readonly vscode.Uri[]): Promise<void> {
    this.take(await readAll(uris, await this.judge()));
  }

  /** Nothing is sent before they are there. */
  private expect(adding: Promise<void>): void {
    this.composer.draft.coming.expect(adding);
    void reported('attach', () => adding);
  }

  private async add({ name, mediaType, bytes }: Added): Promise<void> {
    const type = mediaType || typeOfName(name);
    const judge = await this.judge();
    const refusal = await judge({ name, size: bytes.byteLength, type });
    if (refusal !== undefined) throw new Error(refusal);
    // A copy, in a buffer of its own as a `Blob` wants it.
    this.stage([{ name, type, bytes: new Blob([new Uint8Array(bytes)]) }]);
  }

  private async drop(uris: readonly string[]): Promise<void> {
    this.take(await readDropped(uris, await this.judge()));
  }

  /** What can be attached is; of the others it is said at once why not. */
  private take({ files, refusals }: Reading): void {
    this.stage(files);
    if (refusals.length > 0) throw new Error(refusals.join(' '));
  }

  private stage(files: readonly (ReadFile & { readonly type?: string })[]): void {
    const { draft, signal } = this.composer;
    if (signal.aborted || draft.edits) return;
    for (const { name, bytes, type = typeOfName(name) } of files) draft.addFile({ name, type }, bytes);
  }

  private async judge(): Promise<Judge> {
    const { composer } = this;
    await fileSettings(composer.session);
    return ({ name, size, type = typeOfName(name) }) => {
      const obstacle = fileObstacle(composer, { type, size });
      return Promise.resolve(obstacle && obstacleText(name, obstacle));
    };
  }

  private showPicture(source: string): boolean {
    void this.tellPicture(source);
    return true;
  }

  private async tellPicture(source: string): Promise<void> {
    const file = this.composer.draft.files.find(({ id }) => id === fileOfSource(source));
    if (!file) return;
    const bytes = new Uint8Array(await file.bytes.arrayBuffer());
    this.composer.tell({ type: 'media', source, media: { state: 'ready', type: file.type, bytes } });
  }
}

function tooLargeToKeep(): string {
  return vscode.l10n.t(
    'Larger than {0}: it goes with this message, and has to be added again after a restart.',
    sizeText(largestKept),
  );
}
