import type { JsonObject } from '../route';

export const text = { type: 'string' };
export const optionalText = { type: 'string', nullable: true };
export const someText = { type: 'string', minLength: 1 };
export const texts = { type: 'array', items: text };
export const optionalTexts = { ...texts, nullable: true };
export const flag = { type: 'boolean' };
export const optionalFlag = { type: 'boolean', nullable: true };
export const optionalNumber = { type: 'number', nullable: true };
export const optionalObject = { type: 'object', nullable: true };
/** `true` or `false` as it stands in a URL. */
export const flagText = { type: 'string', enum: ['true', 'false'] };

export const paging = {
  count: optionalNumber,
  offset: optionalNumber,
  sort: optionalText,
};

/** The same under each of the names, which are parted by spaces. */
export function alike(names: string, schema: JsonObject): JsonObject {
  return Object.fromEntries(names.split(' ').map((name) => [name, schema]));
}

/** An object with these keys and no others. */
export function closed(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The room named in one of two ways, never in both. */
export function roomBy(first: string, second: string, others: JsonObject = {}): JsonObject {
  return {
    oneOf: [closed({ [first]: text, ...others }, [first]), closed({ [second]: text, ...others }, [second])],
  };
}

/** The room by its id or its name, never by both, and all of the other keys. */
export function roomWith(others: JsonObject): JsonObject {
  const ways = ['roomId', 'roomName'];
  return { oneOf: ways.map((way) => closed({ [way]: text, ...others }, [way, ...Object.keys(others)])) };
}
