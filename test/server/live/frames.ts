import { toEjson } from '../methods/ejson';
import type { JsonObject } from '../route';

export function frameText(frame: JsonObject): string {
  return JSON.stringify(toEjson(frame));
}

/** One of the things that an event carries, written once for all who hear it. */
export function argument(value: unknown): string {
  return JSON.stringify(toEjson(value ?? null));
}

export interface Event {
  readonly collection: string;
  readonly event: string;
}

/** `id` is the same text for all events: what they are about is told by the event's name. */
export function changed({ collection, event }: Event, args: readonly string[]): string {
  const of = `"collection":${JSON.stringify(collection)},"id":"id"`;
  return `{"msg":"changed",${of},"fields":{"eventName":${JSON.stringify(event)},"args":[${args.join(',')}]}}`;
}
