import { messageId } from './ids';
import { permalink } from './rooms';

/** The text of an answer that quotes the message of that name, as the web client writes it. */
export function quoting(room: string, name: string, answer: string): string {
  return `[ ](${linkTo(room, name)}) ${answer}`;
}

/** The address of a message. */
export function linkTo(room: string, name: string): string {
  return `{{site}}${permalink(room, messageId(room, name))}`;
}
