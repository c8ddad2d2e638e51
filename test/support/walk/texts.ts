/** Where in the arguments of a call a text is: `['selector', 'name']`. */
export type Place = readonly string[];

export function placesOfTexts(args: unknown): Place[] {
  if (typeof args !== 'object' || args === null) return [];
  return Object.entries(args).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[key]] : placesOfTexts(value).map((place) => [key, ...place]),
  );
}

/** The same arguments but for one text. */
export function withTextAt(args: unknown, [key = '', ...inside]: Place, text: string): unknown {
  const put = (value: unknown) => (inside.length === 0 ? text : withTextAt(value, inside, text));
  if (Array.isArray(args))
    return args.map((item, at) => (String(at) === key ? put(item) : (item as unknown)));
  return Object.fromEntries(
    Object.entries(args ?? {}).map(([name, value]) => [name, name === key ? put(value) : (value as unknown)]),
  );
}
