type Fence = (body: TemplateStringsArray) => string;

/** Fenced code, written as a tagged template: backslashes stay, common indentation goes. */
export const diff = fence('diff');
export const go = fence('go');
export const java = fence('java');
export const json = fence('json');
export const kotlin = fence('kotlin');
export const output = fence('');
export const python = fence('python');
export const rust = fence('rust');
export const shell = fence('bash');
export const sql = fence('sql');
export const toml = fence('toml');
export const ts = fence('typescript');
export const yaml = fence('yaml');

function fence(language: string): Fence {
  return (body) => ['```' + language, ...dedented(body.raw[0] ?? ''), '```'].join('\n');
}

function dedented(body: string): string[] {
  const lines = body.replace(/^\n/, '').trimEnd().split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const common = Math.min(...filled.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(common));
}
