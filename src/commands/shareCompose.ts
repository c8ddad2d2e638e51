import { fromPayload } from '../model/compositionPayload';
import type { Room } from '../model/room';
import type { Formed } from '../model/snippetForm';
import { fileToSend } from '../model/snippetFile';
import type { ComposeStart } from './composer';

/** The same in the composer's form, for the room that was in focus. */
export function composeStart(messages: readonly Formed[], room: Room | undefined): ComposeStart {
  const texts = messages.map((message) => message.text).filter((one) => one !== '');
  const { text, attachments } = fromPayload({
    text: texts.join('\n'),
    attachments: messages.flatMap((message) => message.attachments),
  });
  const files = messages.flatMap(({ file }) => (file ? [fileToSend(file)] : []));
  return { ...(room && { place: { room: room.id } }), form: { text, attachments }, files };
}
