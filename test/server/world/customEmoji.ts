/** An emoji that the workspace has made for itself. */
export interface CustomEmoji {
  readonly _id: string;
  name: string;
  aliases: string[];
  extension: string;
  /** Changes with the picture. */
  etag: string;
  _updatedAt: string;
}

type RemovedEmoji = CustomEmoji & { readonly _deletedAt: string; readonly __collection__: string };

export interface EmojiPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly uploadedAt: string;
}

/** All emoji of the workspace; names and aliases are written without colons. */
export class CustomEmojis {
  private readonly ids = new Map<string, CustomEmoji>();
  private readonly pictures = new Map<string, EmojiPicture>();
  private readonly removed: RemovedEmoji[] = [];

  all(): CustomEmoji[] {
    return [...this.ids.values()];
  }

  byId(id: string): CustomEmoji | undefined {
    return this.ids.get(id);
  }

  byName(name: string): CustomEmoji | undefined {
    return this.all().find((emoji) => emoji.name === name);
  }

  /** Whether there is one of that name or alias. */
  has(name: string): boolean {
    return this.byNameOrAlias(name) !== undefined;
  }

  byNameOrAlias(name: string): CustomEmoji | undefined {
    return this.all().find((emoji) => emoji.name === name || emoji.aliases.includes(name));
  }

  pictureOf(emoji: CustomEmoji): EmojiPicture | undefined {
    return this.pictures.get(emoji._id);
  }

  add(emoji: CustomEmoji): void {
    this.ids.set(emoji._id, emoji);
  }

  setPicture(emoji: CustomEmoji, picture: EmojiPicture): void {
    this.pictures.set(emoji._id, picture);
  }

  /** Keeps a note of it for those who ask later what has gone. */
  remove(emoji: CustomEmoji, at: string): void {
    this.ids.delete(emoji._id);
    this.pictures.delete(emoji._id);
    this.removed.push({ ...emoji, _deletedAt: at, __collection__: 'custom_emoji' });
  }

  removedSince(since: string): RemovedEmoji[] {
    return this.removed.filter((emoji) => emoji._deletedAt > since);
  }
}
