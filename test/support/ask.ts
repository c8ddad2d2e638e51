import assert from 'node:assert/strict';
import { isObject } from '../server/isObject';
import { tokenOf } from './workspace';

export interface Question {
  /** User name of `person()`: sends that account's access token. */
  readonly as?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A JSON object, as nearly every answer is one. */
export type Item = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Item;
}

/** One REST call, `ask(server, 'GET me')`, over real HTTP. */
export async function ask(server: { url: string }, method: string, question: Question = {}): Promise<Answer> {
  const [verb = 'GET', name = ''] = method.split(' ');
  const url = new URL(`${server.url}/api/v1/${name}`);
  for (const [key, value] of Object.entries(question.query ?? {})) url.searchParams.append(key, value);
  const response = await fetch(url, { method: verb, ...content(question) });
  return { status: response.status, headers: response.headers, body: await jsonOf(response) };
}

export async function jsonOf(response: Response): Promise<Item> {
  const value: unknown = await response.json();
  return isObject(value) ? value : assert.fail('The answer is no object');
}

/** What the answer holds under the key; fails if that is no object. */
export function itemIn(from: Item, key: string): Item {
  const value = from[key];
  return isObject(value) ? value : assert.fail(`${key} is no object`);
}

/** What the answer lists under the key; fails if that is no list of objects. */
export function listIn(from: Item, key: string): Item[] {
  const value = from[key];
  return Array.isArray(value) && value.every(isObject) ? value : assert.fail(`${key} is no list of objects`);
}

/** The text that the answer holds under the key; fails if that is none. */
export function textIn(from: Item, key: string): string {
  const value = from[key];
  return typeof value === 'string' ? value : assert.fail(`${key} is no text`);
}

/** One key of each. */
export function each(items: readonly Item[], key: string): unknown[] {
  return items.map((item) => item[key]);
}

function content({ as, body, headers }: Question): RequestInit {
  const isJson = typeof body === 'object';
  return {
    headers: {
      ...(as !== undefined && { 'X-User-Id': `${as}-id`, 'X-Auth-Token': tokenOf(as) }),
      ...(isJson && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
  };
}
