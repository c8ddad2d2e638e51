import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { JsonObject } from '../route';

/** The server's two validators: that of queries also makes a list of one out of a single value. */
const validators = { body: validator(true), query: validator('array') };
const compiled = new WeakMap<JsonObject, ValidateFunction>();

/** Coerces `value` in place. Answers what is wrong with it, all texts joined, or undefined. */
export function complaint(kind: 'query' | 'body', schema: JsonObject, value: unknown): string | undefined {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = validators[kind].compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(value)) return undefined;
  return (validate.errors ?? []).map((error) => error.message).join('\n ');
}

function validator(coerceTypes: boolean | 'array'): Ajv2020 {
  const ajv = new Ajv2020({ coerceTypes, allowUnionTypes: true, discriminator: true });
  addFormats(ajv);
  ajv.addFormat('basic_email', /^[^@]+@[^@]+$/);
  ajv.addKeyword({
    keyword: 'isNotEmpty',
    type: 'string',
    validate: (_schema: unknown, data: unknown) => typeof data === 'string' && data.trim() !== '',
  });
  return ajv;
}
