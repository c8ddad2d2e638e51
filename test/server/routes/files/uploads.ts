import { forbidden, meteorError } from '../../failures';
import { isObject } from '../../isObject';
import { formComplaints, readForm, roomComplaints, type SentForm } from '../../http/multipart';
import type { Call, JsonObject, Route } from '../../route';
import { isBefore } from '../../version';
import { canAccess } from '../../world/access';
import type { Message, Room, Upload } from '../../world/documents';
import { takeFile } from '../../world/fileIntake';
import { describeFile, firstMessageOf, sendFile } from '../../world/fileSending';
import { filePath } from '../../world/uploads';
import { messageFor } from '../../world/views';

const aDay = 24 * 60 * 60 * 1000;

/** Sending files: in two steps, and in the one of servers before 8.0. */
export const uploadRoutes: readonly Route[] = [
  { verb: 'POST', name: 'rooms.media/:rid', since: '6.10', auth: 'required', handle: media },
  { verb: 'POST', name: 'rooms.mediaConfirm/:rid/:fileId', since: '6.10', auth: 'required', handle: confirm },
  { verb: 'POST', name: 'rooms.upload/:rid', until: '8.0', auth: 'required', handle: upload },
];

/** The first step: nobody sees the file yet. */
async function media(call: Call): Promise<JsonObject> {
  const { world, user } = call;
  const room = accessibleRoom(call);
  const isOld = isBefore(world.version, '8.0');
  const form = await readForm(call, { field: 'file', complaints: isOld ? formComplaints : roomComplaints });
  const file = fileOf(form, isOld);
  const content = parsedContent(form.fields['content']);
  const { _id, name } = takeFile(world, { user, room, file, content, waits: aDay });
  return { file: { _id, url: filePath({ _id, name }) } };
}

/** The second: the file becomes a message. Doing it again makes another. */
function confirm(call: Call): JsonObject {
  const { world, user } = call;
  const room = accessibleRoom(call);
  const file = world.uploads.byId(call.params['fileId'] ?? '');
  if (file?.userId !== user._id || file.rid !== room._id) throw meteorError('invalid-file');
  const { description, fileName, fileContent, ...message } = call.body;
  describeFile(world, file, description);
  if (typeof fileName === 'string' && fileName !== '') file.name = fileName;
  if (isObject(fileContent)) file.content = fileContent;
  sendFile(world, user, { file, message });
  delete file.expiresAt;
  return { message: answered(call, file) };
}

async function upload(call: Call): Promise<Response> {
  const { world, user } = call;
  const room = accessibleRoom(call);
  const form = await readForm(call, { field: 'file', complaints: formComplaints });
  const file = takeFile(world, { user, room, file: fileOf(form, true) });
  const { description, ...message } = form.fields;
  describeFile(world, file, description);
  sendFile(world, user, { file, message });
  const headers = { ...uncached, ...(isBefore(world.version, '6.10') ? {} : deprecation) };
  return Response.json({ message: answered(call, file), success: true }, { headers });
}

function answered({ world, user }: Call, file: Upload): Message | null {
  const message = firstMessageOf(world, user, file);
  return message ? messageFor(world, user, message) : null;
}

const uncached = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

const deprecation = {
  'x-deprecation-type': 'endpoint-deprecation',
  'x-deprecation-message':
    'The endpoint "rooms.upload/:rid" is deprecated and will be removed on version 8.0.0 (Use rooms.media instead.)',
  'x-deprecation-version': '8.0.0',
};

function accessibleRoom({ world, user, params }: Call): Room {
  const room = world.rooms.byId(params['rid'] ?? '');
  if (!room || !canAccess(world, user, room)) throw forbidden();
  return room;
}

function fileOf({ file }: SentForm, isOld: boolean) {
  if (file) return file;
  throw isOld ? meteorError('invalid-field') : meteorError('error-no-file-uploaded', 'No file was uploaded');
}

function parsedContent(text: string | undefined): JsonObject | undefined {
  if (!text) return undefined;
  try {
    const content: unknown = JSON.parse(text);
    return isObject(content) ? content : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) throw meteorError('invalid-field-content');
    throw error;
  }
}
