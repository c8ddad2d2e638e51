import { failure, meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { messagesFor } from '../../world/views';
import { searchIn } from '../../world/search';
import { pageOf } from '../lists';
import { mayAccess } from './messageAccess';
import { neededText } from '../parameters';
import { closed, optionalNumber, text } from '../schemas';

export const searchRoute: Route = {
  verb: 'GET',
  name: 'chat.search',
  auth: 'required',
  query: closed({ roomId: text, searchText: text, count: optionalNumber, offset: optionalNumber }, [
    'roomId',
    'searchText',
  ]),
  handle: search,
};

/** How many there are in all is not told. Who may not see the room is refused without a word. */
function search({ world, user, query, page }: Call): JsonObject {
  const rid = given(query, 'roomId');
  const searchText = given(query, 'searchText');
  if (!mayAccess(world, user, rid)) throw failure();
  const { items } = pageOf(searchIn(world, { rid, user, searchText }), page);
  return { messages: messagesFor(world, user, items) };
}

function given(query: JsonObject, key: string): string {
  const value = neededText(query, key);
  if (value !== '') return value;
  throw meteorError(`error-${key}-param-not-provided`, `The required "${key}" query param is missing.`);
}
