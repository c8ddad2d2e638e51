import { join, resolve } from 'node:path';
import ts from 'typescript';
import { endpoints } from '../../src/api/client';
import type { AnyEndpoint } from '../../src/api/endpoint';
import { nameOf, Parameters, type Parameter } from './clientParameters';

/** What its types and comments tell of one method of the client. */
export interface Documented {
  /** What the client calls it: `postMessage`. */
  readonly name: string;
  /** What is inside another follows it, by its path: `message.rid`, `attachments[].color`. */
  readonly parameters: readonly Parameter[];
  /** The parts of its comment, each in one line; empty where it is missing. */
  readonly summary: string;
  readonly returns: string;
  readonly throws: string;
  readonly since: string;
  readonly see: string;
}

/** A REST method. */
export interface Row extends Documented {
  /** `chat` */
  readonly group: string;
  readonly verb: 'GET' | 'POST';
  /** What the server calls it: `chat.postMessage`. */
  readonly method: string;
}

/** Every REST method of the client, in the order of its table. It takes the compiler a second: ask once. */
export function clientTable(): Row[] {
  return clientMethods().table;
}

/** All that a client can be called by: by its table, and beside it (`upload`). */
export function clientMethods(): { readonly table: Row[]; readonly beside: Documented[] } {
  const typed = typedClient();
  return { table: rowsOf(typed), beside: besideOf(typed) };
}

/** The parameters of all that a client can be called by: `chat.postMessage`, `upload`. */
export function clientParameters(): ReadonlyMap<string, readonly string[]> {
  const { table, beside } = clientMethods();
  return new Map([
    ...table.map((row) => [`${row.group}.${row.name}`, row.parameters.map(nameOf)] as const),
    ...beside.map(({ name, parameters }) => [name, parameters.map(nameOf)] as const),
  ]);
}

function besideOf({ checker, client }: ReturnType<typeof typedClient>): Documented[] {
  const parameters = new Parameters(checker);
  return [...(client.symbol.members?.values() ?? [])]
    .filter(isMethod)
    .map((one) => ({ name: one.name, parameters: parameters.ofMethod(one), ...commentOf(checker, one) }));
}

function rowsOf({ checker, table }: ReturnType<typeof typedClient>): Row[] {
  const parameters = new Parameters(checker);
  return Object.entries(endpoints).flatMap(([group, entries]) =>
    Object.entries(entries).map(([name, endpoint]: [string, AnyEndpoint]) => {
      const entry = property(checker, checker.getTypeOfSymbol(property(checker, table, group)), name);
      const { verb, name: method } = endpoint;
      return { group, name, verb, method, parameters: parameters.of(entry), ...commentOf(checker, entry) };
    }),
  );
}

/** What the client itself declares: not the methods of its table. */
function isMethod({ flags, name }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Method) !== 0 && name !== 'limitOf';
}

/** The table and the client as the compiler sees them. */
function typedClient() {
  const file = resolve('src', 'api', 'client.ts');
  const program = ts.createProgram([file], settingsOf(join('src', 'tsconfig.json')));
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const found = new Map(module && checker.getExportsOfModule(module).map((one) => [one.name, one]));
  const [table, client] = [found.get('endpoints'), found.get('Client')];
  if (!table || !client) throw new Error(`${file} has no endpoints or no client`);
  return { checker, table: checker.getTypeOfSymbol(table), client: checker.getDeclaredTypeOfSymbol(client) };
}

/** Those of a project, without its files. */
function settingsOf(project: string): ts.CompilerOptions {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    project,
    { types: [] },
    {
      ...ts.sys,
      readDirectory: () => [],
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
      },
    },
  );
  return parsed?.options ?? {};
}

function property(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Symbol {
  const found = checker.getPropertyOfType(type, name);
  if (!found) throw new Error(`The compiler sees no ${name}`);
  return found;
}

function commentOf(checker: ts.TypeChecker, entry: ts.Symbol) {
  const tags = new Map(
    entry.getJsDocTags(checker).map(({ name, text }) => [name, inOneLine(ts.displayPartsToString(text))]),
  );
  const [returns = '', thrown = '', since = '', see = ''] = ['returns', 'throws', 'since', 'see'].map((tag) =>
    tags.get(tag),
  );
  const summary = inOneLine(ts.displayPartsToString(entry.getDocumentationComment(checker)));
  return { summary, returns, throws: thrown, since, see };
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
