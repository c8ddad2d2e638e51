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

/** The same as a table, for those who read it on a page. */
export function markdownReport(walk: Walk, parameters: ReadonlyMap<string, readonly string[]>): string {
  const rows = walk.rows.map((row) => {
    const held = walk.heldBy(row);
    const taken = grouped(parameters.get(row.name) ?? []);
    const marks = faults.map((fault) => (held.has(fault) ? '✓' : ''));
    return [code(row.route), code(`client.${row.name}`), code(taken), row.isRepeated ? '3' : '1', ...marks];
  });
  const legendRows = faults.map(({ mark, words }) => [code(mark), words]);
  return [
    '# What every method of the client was seen to do',
    tableOf(['mark', 'each method'], legendRows),
    'Sent: how often while answers are lost. A method with two rows is asked in two ways.',
    tableOf(
      ['endpoint', 'method of the client', 'parameters', 'sent', ...faults.map(({ mark }) => code(mark))],
      rows,
    ),
    '',
  ].join('\n\n');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return text && `\`${text}\``;
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
