import { meteorError } from '../failures';
import type { Picture } from './avatars';
import type { CustomEmoji } from './customEmoji';
import type { User } from './documents';
import type { World } from './world';

const method = 'insertOrUpdateEmoji';
const inUse = 'Custom_Emoji_Error_Name_Or_Alias_Already_In_Use';

interface EmojiWish {
  readonly name: string | undefined;
  /** Parted by commas. */
  readonly aliases: string | undefined;
  readonly picture: Picture | undefined;
}

/** Makes an emoji, or changes the one that is given. */
export function saveEmoji(world: World, by: User, { of, wish }: { of?: CustomEmoji; wish: EmojiWish }): void {
  refuseOthers(world, by);
  const name = slug(neededName(wish));
  const aliases = aliasesIn(wish.aliases ?? '').filter((alias) => alias !== name);
  refuseTaken(world, [name, ...aliases], of);
  const emoji = of ?? newEmoji(world);
  Object.assign(emoji, { name, aliases, _updatedAt: world.timestamp() });
  if (!of) world.customEmoji.add(emoji);
  if (wish.picture) showBy(world, emoji, wish.picture);
  world.events.emit('customEmoji', of ? 'updated' : 'inserted', emoji);
}

export function deleteEmoji(world: World, by: User, id: string): void {
  refuseOthers(world, by);
  const emoji = world.customEmoji.byId(id);
  if (!emoji) {
    const details = { method: 'deleteEmojiCustom' };
    throw meteorError('Custom_Emoji_Error_Invalid_Emoji', 'Invalid emoji', details);
  }
  world.customEmoji.remove(emoji, world.timestamp());
  world.events.emit('customEmoji', 'removed', emoji);
}

function refuseOthers(world: World, by: User): void {
  if (!world.hasPermission(by, 'manage-emoji')) throw meteorError('not_authorized');
}

function neededName({ name }: EmojiWish): string {
  if (name?.trim()) return name;
  const details = { method, field: 'Name' };
  throw meteorError('error-the-field-is-required', 'The field Name is required', details);
}

function aliasesIn(text: string): string[] {
  const input = text.replaceAll(':', '');
  if (/[><&|"'/\\()]/.test(input)) {
    const details = { method, input, field: 'Alias_Set' };
    throw meteorError('error-input-is-not-a-valid-field', `${input} is not a valid alias set`, details);
  }
  return input
    .split(/\s*,\s*/)
    .filter((alias) => alias !== '')
    .map(slug);
}

function refuseTaken(world: World, names: readonly string[], but: CustomEmoji | undefined): void {
  const others = world.customEmoji.all().filter((emoji) => emoji !== but);
  if (!others.some((emoji) => names.some((name) => [emoji.name, ...emoji.aliases].includes(name)))) return;
  throw meteorError(inUse, 'The custom emoji or one of its aliases is already in use', { method });
}

function newEmoji(world: World): CustomEmoji {
  const _updatedAt = world.timestamp();
  return { _id: world.newHexId(), name: '', aliases: [], extension: 'png', etag: '', _updatedAt };
}

/** The server turns drawings into PNG; here they stay what they are, under that ending. */
function showBy(world: World, emoji: CustomEmoji, { type, bytes }: Picture): void {
  const ending = type.split('/')[1] ?? '';
  emoji.extension = ending === 'svg+xml' ? 'png' : ending;
  emoji.etag = world.newHexId().slice(0, 6);
  world.customEmoji.setPicture(emoji, { bytes, uploadedAt: world.timestamp() });
}

/** Plain letters, digits, `-` and `_`; whatever else there is parts words. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^_+|_+$/g, '');
}
