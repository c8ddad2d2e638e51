import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { JsonObject } from '../route';

/** The server's two validators: that of queries also makes a list of one out of a single value. */
const validators = { body: validator(true), query: validator('array') };

/** Coerces `value` in place. Answers what is wrong with it, all texts joined, or undefined. */
export function complaint(kind: 'query' | 'body', schema: JsonObject, value: unknown): string | undefined {
  // Compiles once: the validator remembers the schema object.
  const validate = validators[kind].compile(schema);
  if (validate(value)) return undefined;
  return (validate.errors ?? []).map((error) => error.message).join('\n ');
}

function validator(coerceTypes: boolean | 'array'): Ajv2020 {
  const ajv = new Ajv2020({ coerceTypes, allowUnionTypes: true, discriminator: true });
  addFormats(ajv);
  return ajv;
}
