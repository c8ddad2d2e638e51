import { faults, type Walk } from './walk';

/** Everything that can be called, what it takes, and what it was seen to stand; made of the code alone. */
export function report(walk: Walk, parameters: ReadonlyMap<string, readonly string[]>): string {
  const lines = walk.rows.map((row) => {
    const held = walk.heldBy(row);
    const stood = faults.map((fault) => (held.has(fault) ? fault.mark : ' ')).join('');
    const taken = grouped(parameters.get(row.name) ?? []);
    return `${stood}  ${row.isRepeated ? '3' : '1'}  ${row.route}  client.${row.name}(${taken})`;
  });
  return [...legend(), '', ...lines, ''].join('\n');
}

function legend(): string[] {
  return [
    'Marks: what each method was seen to do. A gap is a blank.',
    ...faults.map(({ mark, words }) => `  ${mark}  ${words}`),
    'Then how often it is sent while answers are lost, its name at the server and in the client, its parameters.',
  ];
}

/** `attachments{color? text?}`: what is inside another stands in its braces. */
function grouped(names: readonly string[], path = ''): string {
  const own = names.filter((name) => isInside(name, path) && !/[.[]/.test(name.slice(path.length)));
  return own.map((name) => name.slice(path.length) + inner(names, name.replace(/\?$/, ''))).join(' ');
}

function inner(names: readonly string[], name: string): string {
  for (const path of [`${name}.`, `${name}[].`]) {
    if (names.some((one) => isInside(one, path))) return `{${grouped(names, path)}}`;
  }
  return '';
}

function isInside(name: string, path: string): boolean {
  return name.startsWith(path);
}
