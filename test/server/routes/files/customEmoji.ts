import { meteorError } from '../../failures';
import { formComplaints, readForm } from '../../http/multipart';
import type { Call, JsonObject, Route } from '../../route';
import type { CustomEmoji } from '../../world/customEmoji';
import { deleteEmoji, saveEmoji } from '../../world/emojiChanges';
import { pictureHead } from '../../world/imageHeader';
import { meant } from '../freeQuery';
import { listed } from '../lists';
import { dateOf, neededText, textOf } from '../parameters';
import { closed, optionalText, someText } from '../schemas';

const reading = { field: 'emoji', complaints: formComplaints };

/** The emoji that the workspace has made for itself. */
export const customEmojiRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'emoji-custom.list',
    auth: 'required',
    query: closed({
      query: optionalText,
      updatedSince: optionalText,
      _updatedAt: optionalText,
      _id: optionalText,
    }),
    handle: list,
  },
  { verb: 'GET', name: 'emoji-custom.all', auth: 'required', handle: all },
  { verb: 'POST', name: 'emoji-custom.create', auth: 'required', handle: create },
  { verb: 'POST', name: 'emoji-custom.update', auth: 'required', handle: update },
  {
    verb: 'POST',
    name: 'emoji-custom.delete',
    auth: 'required',
    body: closed({ emojiId: someText }, ['emojiId']),
    handle: remove,
  },
];

/** Of the two times the first wins; without it nothing is ever told to be gone. */
function list(call: Call): JsonObject {
  const { world, query } = call;
  const since = timeOf(query, 'updatedSince');
  const changedAfter = since ?? timeOf(query, '_updatedAt');
  const id = textOf(query, '_id');
  const update = meant(call, world.customEmoji.all())
    .filter((emoji) => !id || emoji._id === id)
    .filter((emoji) => changedAfter === undefined || emoji._updatedAt > changedAfter);
  return { emojis: { update, remove: since === undefined ? [] : world.customEmoji.removedSince(since) } };
}

/** The server blames a room id, whatever the parameter. */
function timeOf(query: JsonObject, key: string): string | undefined {
  const value = textOf(query, key);
  if (!value) return undefined;
  const time = dateOf(value);
  if (time !== undefined) return time;
  throw meteorError('error-roomId-param-invalid', `The "${key}" query parameter must be a valid date.`);
}

function all({ world, query, page }: Call): JsonObject {
  const part = textOf(query, 'name')?.toLowerCase() ?? '';
  const found = world.customEmoji.all().filter(({ name }) => name.toLowerCase().includes(part));
  const { items, place } = listed(found, page, { name: 1 });
  return { emojis: items, ...place };
}

async function create(call: Call): Promise<JsonObject> {
  const { file, fields } = await readForm(call, reading);
  if (!file) throw meteorError('No file uploaded');
  refuseNonPicture(file.bytes);
  const { name, aliases } = fields;
  saveEmoji(call.world, call.user, { wish: { name, aliases, picture: file } });
  return {};
}

async function update(call: Call): Promise<JsonObject> {
  const { file, fields } = await readForm(call, reading);
  const of = emojiToChange(call, fields['_id']);
  const picture = file && file.bytes.length > 0 ? file : undefined;
  if (picture) refuseNonPicture(picture.bytes);
  const { name, aliases } = fields;
  saveEmoji(call.world, call.user, { of, wish: { name, aliases, picture } });
  return {};
}

/** Here the server puts its texts where others put codes. */
function emojiToChange({ world }: Call, id: string | undefined): CustomEmoji {
  if (!id) throw meteorError('The required "_id" query param is missing.');
  const emoji = world.customEmoji.byId(id);
  if (!emoji) throw meteorError('Emoji not found.');
  return emoji;
}

function refuseNonPicture(bytes: Uint8Array): void {
  if (pictureHead(bytes) ?? isDrawing(bytes)) return;
  const reason = "Emoji file provided cannot be uploaded since it's not an image";
  throw meteorError('emoji-is-not-image', reason);
}

function isDrawing(bytes: Uint8Array): boolean {
  return /<svg\b/.test(Buffer.from(bytes).toString('latin1', 0, 1000));
}

function remove({ world, user, body }: Call): JsonObject {
  deleteEmoji(world, user, neededText(body, 'emojiId'));
  return {};
}
