import { plainError } from '../failures';
import type { Upload, UserRef } from './documents';
import type { World } from './world';

/** All files. What nobody has confirmed is gone after its time. */
export class Uploads {
  private readonly ids = new Map<string, Upload>();
  private readonly rooms = new Map<string, Set<Upload>>();

  constructor(private readonly now: () => string) {}

  byId(id: string): Upload | undefined {
    const upload = this.ids.get(id);
    if (upload && this.isOver(upload)) this.remove(id);
    return this.ids.get(id);
  }

  /** Thumbnails and what is not confirmed included, oldest first. */
  inRoom(rid: string): Upload[] {
    return [...(this.rooms.get(rid) ?? [])].filter((upload) => this.byId(upload._id));
  }

  add(upload: Upload): void {
    this.ids.set(upload._id, upload);
    const room = this.rooms.get(upload.rid) ?? new Set();
    this.rooms.set(upload.rid, room.add(upload));
  }

  /** Does nothing for a file that is not there. Its thumbnail goes with it. */
  remove(id: string): void {
    const upload = this.ids.get(id);
    if (!upload) return;
    this.ids.delete(id);
    const room = this.rooms.get(upload.rid);
    room?.delete(upload);
    for (const other of room ?? []) if (other.originalFileId === id) this.remove(other._id);
  }

  removeRoom(rid: string): void {
    for (const upload of this.rooms.get(rid) ?? []) this.ids.delete(upload._id);
    this.rooms.delete(rid);
  }

  private isOver({ expiresAt }: Upload): boolean {
    return expiresAt !== undefined && expiresAt <= this.now();
  }
}

interface FileFilter {
  /** A regular expression, whatever the case. */
  readonly name?: string;
  readonly typeGroup?: string;
  readonly onlyConfirmed?: boolean;
}

/** A file as the lists of a room's files show it. */
type ListedFile = Omit<Upload, 'bytes'> & {
  readonly store: string;
  readonly path: string;
  readonly url: string;
  readonly complete: true;
  readonly uploading: false;
  readonly progress: 1;
  /** Absent once the account is gone. */
  readonly user?: UserRef;
};

/** The room's files for `channels.files` and its siblings, unsorted; thumbnails only if asked for. */
export function filesIn(world: World, rid: string, filter: FileFilter = {}): ListedFile[] {
  const { name, typeGroup, onlyConfirmed } = filter;
  const pattern = name ? patternOf(name) : undefined;
  return world.uploads
    .inRoom(rid)
    .filter((upload) => (typeGroup ? upload.typeGroup === typeGroup : upload.typeGroup !== 'thumb'))
    .filter((upload) => !pattern || pattern.test(upload.name))
    .filter((upload) => !onlyConfirmed || upload.expiresAt === undefined)
    .map((upload) => listedFile(world, upload));
}

/** For `rooms.images`: newest first, from the given file on, without the people. */
export function imagesIn(world: World, rid: string, startingFromId?: string): Omit<ListedFile, 'user'>[] {
  const start = startingFromId === undefined ? undefined : world.uploads.byId(startingFromId)?.uploadedAt;
  return world.uploads
    .inRoom(rid)
    .filter((upload) => upload.typeGroup === 'image')
    .filter((upload) => start === undefined || upload.uploadedAt <= start)
    .reverse()
    .map((upload) => fileDocument(world, upload));
}

/** `image` of `image/png`. */
export function typeGroupOf(type: string): string {
  return type.split('/')[0] ?? '';
}

/** Where a file is found, from the server's address on. */
export function filePath({ _id, name }: Pick<Upload, '_id' | 'name'>): string {
  return `/file-upload/${_id}/${encodeURI(name)}`;
}

function listedFile(world: World, upload: Upload): ListedFile {
  const user = world.users.byId(upload.userId);
  return {
    ...fileDocument(world, upload),
    ...(user && { user: { _id: user._id, username: user.username, name: user.name } }),
  };
}

function fileDocument(world: World, { bytes: _bytes, ...upload }: Upload): Omit<ListedFile, 'user'> {
  const store = 'GridFS:Uploads';
  const url = `${world.text('Site_Url')}/ufs/${store}/${upload._id}/${encodeURI(upload.name)}`;
  return { ...upload, store, path: filePath(upload), url, complete: true, uploading: false, progress: 1 };
}

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch (error) {
    if (error instanceof SyntaxError) throw plainError(`Regular expression is invalid: ${error.message}`);
    throw error;
  }
}
