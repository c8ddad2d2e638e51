import ts from 'typescript';

export interface Parameter {
  /** `roomId`, `message.rid`, `attachments[].color` */
  readonly name: string;
  /** May be left out, in one of the forms at least that the arguments may take. */
  readonly isOptional: boolean;
  /** As TypeScript writes it. */
  readonly type: string;
  /** In one line; empty where it is missing. */
  readonly doc: string;
}

/** Reads parameters of REST methods out of the first type argument of their endpoints. */
export class Parameters {
  constructor(private readonly checker: ts.TypeChecker) {}

  of(endpoint: ts.Symbol): Parameter[] {
    const type = this.checker.getTypeOfSymbol(endpoint);
    const [args] = isReference(type) ? this.checker.getTypeArguments(type) : [];
    // Where the source does not compile, anything is anything, and a table of it would be empty.
    if (!args || args.flags & ts.TypeFlags.Any) throw new Error(`${endpoint.name} is no endpoint`);
    return this.inside(args, '');
  }

  /** Of a method that is no endpoint: what its first argument has, or itself where that is no object. */
  ofMethod(method: ts.Symbol): Parameter[] {
    const [signature] = this.checker.getTypeOfSymbol(method).getCallSignatures();
    const [argument] = signature?.parameters ?? [];
    if (!argument) throw new Error(`${method.name} takes nothing`);
    const type = this.checker.getTypeOfSymbol(argument);
    const own = this.inside(type, '').filter(({ name }) => !/[.[]/.test(name));
    if (own.length > 0) return own;
    const { name } = argument;
    return [{ name, isOptional: false, type: this.written(type), doc: this.docOf(argument) }];
  }

  private inside(type: ts.Type, path: string): Parameter[] {
    const forms = this.formsOf(type);
    const names = new Set(forms.flatMap((form) => form.getProperties().map(({ name }) => name)));
    return [...names].flatMap((name) => this.parameter(forms, name, path));
  }

  /** What may be given: an object, or one of several. Lists, texts and free keys have no parameters of their own. */
  private formsOf(type: ts.Type): ts.Type[] {
    const forms = type.isUnion() ? type.types : [type];
    return forms.filter((form) => isObject(form) && !this.checker.isArrayLikeType(form));
  }

  private parameter(forms: readonly ts.Type[], name: string, path: string): Parameter[] {
    const known = forms
      .flatMap((form) => form.getProperty(name) ?? [])
      .filter((one) => !this.isForbidden(one));
    if (known.length === 0) return [];
    const types = known.map((one) => this.checker.getNonNullableType(this.checker.getTypeOfSymbol(one)));
    const own: Parameter = {
      name: path + name,
      isOptional: known.length < forms.length || known.some((one) => one.flags & ts.SymbolFlags.Optional),
      type: distinct(types.map((type) => this.written(type))).join(' | '),
      doc: distinct(known.map((one) => this.docOf(one))).join(' '),
    };
    const nested = types.flatMap((type) => this.nested(type, own.name));
    return [own, ...new Map(nested.map((one) => [one.name, one])).values()];
  }

  private nested(type: ts.Type, path: string): Parameter[] {
    const item = this.checker.isArrayLikeType(type)
      ? this.checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      : undefined;
    return item ? this.inside(item, `${path}[].`) : this.inside(type, `${path}.`);
  }

  /** `roomId?: never` says that it belongs to another form. */
  private isForbidden(symbol: ts.Symbol): boolean {
    const type = this.checker.getNonNullableType(this.checker.getTypeOfSymbol(symbol));
    return (type.flags & ts.TypeFlags.Never) !== 0;
  }

  private written(type: ts.Type): string {
    return this.checker.typeToString(type, undefined, writing);
  }

  private docOf(symbol: ts.Symbol): string {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
    return distinct(text.split('\n\n')).join(' ').replaceAll(/\s+/g, ' ').trim();
  }
}

/** `count?` where it may be left out. */
export function nameOf({ name, isOptional }: Parameter): string {
  return isOptional ? `${name}?` : name;
}

/** A type in full, its texts in single quotes. */
const writing: ts.TypeFormatFlags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

function isReference(type: ts.Type): type is ts.TypeReference {
  return isObject(type) && 'target' in type;
}

function isObject(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
