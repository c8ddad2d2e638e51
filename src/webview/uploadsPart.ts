import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import { placeFrom, samePlace, type Place } from '../model/place';
import type { Session } from '../model/session';
import type { Upload } from '../model/uploads';
import { reported } from '../platform/command';
import { handle } from './handlers';
import type { MakePart, OpenPage, Part } from './part';
import type { FromPage, UploadView } from './protocol/conversation';
import { typeOfName } from './uploadsTypes';
import { failureText, obstacleText } from './uploadsWords';

/** The files that are to be sent from the place in hand: picked, pasted or dropped; how far each is. */
export const uploadsPart: MakePart = (page) => new UploadsPart(page);

class UploadsPart implements Part {
  private readonly lifetime = new Lifetime();

  constructor(private readonly page: OpenPage) {
    this.lifetime.own(
      page.session.uploads.onDidChange((place) => samePlace(place, page.place) && this.begin()),
    );
  }

  begin(): void {
    const { place, session } = this.page;
    if (!place) return;
    this.page.tell({ type: 'uploads', place, uploads: session.uploads.of(place).map(uploadView) });
  }

  heed(message: FromPage): boolean {
    return handle(message, {
      pickFiles: () => void reported('attach', () => this.pick()),
      attach: (sent) => void this.attach(sent),
      detach: ({ upload }) => this.page.session.uploads.remove(upload),
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async pick(): Promise<void> {
    const { place } = this.page;
    if (!place) return;
    const files = await vscode.window.showOpenDialog({
      canSelectMany: true,
      title: vscode.l10n.t('Attach Files'),
      openLabel: vscode.l10n.t('Attach'),
    });
    for (const uri of files ?? []) await attachFile(this.page.session, place, uri);
  }

  private async attach(sent: Attach): Promise<void> {
    const { place, request } = sent;
    let isTaken = false;
    await reported('attach', async () => {
      await this.take(sent);
      isTaken = true;
    });
    this.page.tell({ type: 'attached', place, request, isTaken });
  }

  private async take({ place: where, name, mediaType, bytes }: Attach): Promise<void> {
    const { uploads } = this.page.session;
    const place = placeFrom(where);
    if (!place) return;
    const type = mediaType || typeOfName(name);
    const obstacle = await uploads.obstacle(place, { type, size: bytes.byteLength });
    if (obstacle) throw new Error(obstacleText(name, obstacle));
    uploads.add(place, { name, type, bytes: new Blob([copied(bytes)]) });
  }
}

type Attach = Extract<FromPage, { type: 'attach' }>;

/** Attaches a file of this machine, or of the workspace. Throws in words what cannot be attached, before it is read. */
async function attachFile(session: Session, place: Place, uri: vscode.Uri): Promise<void> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const type = typeOfName(name);
  const { size } = await vscode.workspace.fs.stat(uri);
  const obstacle = await session.uploads.obstacle(place, { type, size });
  if (obstacle) throw new Error(obstacleText(name, obstacle));
  const bytes = await vscode.workspace.fs.readFile(uri);
  session.uploads.add(place, { name, type, bytes: new Blob([copied(bytes)]) });
}

/** Bytes of a buffer of their own, as a `Blob` wants them. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function uploadView(upload: Upload): UploadView {
  const { id, name, type, size, state, progress } = upload;
  return {
    id,
    name,
    type,
    size,
    state,
    ...(progress !== undefined && { progress }),
    ...(state === 'failed' && { reason: failureText(upload) }),
  };
}
