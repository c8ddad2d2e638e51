import { Ajv } from 'ajv';
import { plainError } from '../failures';
import { isObject } from '../isObject';
import { neededJson } from '../json';
import type { World } from './world';

/** Throws unless the workspace has them and knows these: `Message_CustomFields` is a JSON schema. */
export function checkCustomFields(world: World, fields: unknown): void {
  if (!world.isOn('Message_CustomFields_Enabled')) throw plainError('Custom fields not enabled');
  const schema = schemaIn(world.text('Message_CustomFields'));
  if (!new Ajv().validate(schema, fields)) throw plainError('Invalid custom fields');
}

function schemaIn(json: string): object {
  const schema = neededJson(json);
  if (!isObject(schema) || (schema['type'] ?? 'object') !== 'object') {
    throw plainError('Invalid custom fields config');
  }
  return { ...schema, type: 'object', additionalProperties: false };
}
