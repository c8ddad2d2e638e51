import { plainError } from '../../failures';
import type { JsonObject } from '../../route';
import { teamById, teamByName, type Team } from '../../world/teams';
import type { World } from '../../world/world';
import { textOf } from '../parameters';
import { closed, text } from '../schemas';

/** A team by id or name, exactly one of them, beside other keys. */
export function teamBy(others: JsonObject = {}, required: readonly string[] = []): JsonObject {
  return {
    ...closed({ teamId: text, teamName: text, ...others }),
    oneOf: [{ required: ['teamId', ...required] }, { required: ['teamName', ...required] }],
  };
}

export function findTeam(world: World, parameters: JsonObject): Team | undefined {
  const id = textOf(parameters, 'teamId');
  return id ? teamById(world, id) : teamByName(world, textOf(parameters, 'teamName') ?? '');
}

export function namedTeam(world: World, parameters: JsonObject): Team {
  const team = findTeam(world, parameters);
  if (!team) throw plainError('team-does-not-exist');
  return team;
}

export function textsIn(parameters: JsonObject, key: string): string[] {
  const list = parameters[key];
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}
