/** VS Code's language ids that Rocket.Chat's highlighter knows by another name, or as the nearest relative. */
const names: Readonly<Record<string, string>> = {
  'cuda-cpp': 'cpp',
  dockercompose: 'yaml',
  dotenv: 'ini',
  'github-actions-workflow': 'yaml',
  javascriptreact: 'jsx',
  jsonc: 'json',
  jsonl: 'json',
  'objective-c': 'objectivec',
  'objective-cpp': 'objectivec',
  plaintext: '',
  sass: 'scss',
  shellscript: 'bash',
  svelte: 'html',
  tex: 'latex',
  typescriptreact: 'tsx',
  vue: 'html',
  xsl: 'xml',
};

/** What stands behind the opening fence; empty where nothing is known that the server's parser takes. */
export function fenceLanguage(languageId: string): string {
  const name = names[languageId] ?? languageId;
  // Any other character there and Rocket.Chat takes the fence for plain text.
  return /^[\w.-]+$/.test(name) ? name : '';
}

/** What names of files in it end with, without the dot. */
export function endingOf(languageId: string): string {
  return (Object.hasOwn(endings, languageId) ? endings[languageId] : undefined) ?? 'txt';
}

/** Of languages that one writes in an editor without a file. */
const endings: Readonly<Record<string, string>> = {
  bat: 'bat',
  c: 'c',
  clojure: 'clj',
  cpp: 'cpp',
  csharp: 'cs',
  css: 'css',
  csv: 'csv',
  dart: 'dart',
  diff: 'diff',
  elixir: 'ex',
  go: 'go',
  graphql: 'graphql',
  haskell: 'hs',
  html: 'html',
  ini: 'ini',
  java: 'java',
  javascript: 'js',
  javascriptreact: 'jsx',
  json: 'json',
  jsonc: 'json',
  julia: 'jl',
  kotlin: 'kt',
  less: 'less',
  lua: 'lua',
  markdown: 'md',
  perl: 'pl',
  php: 'php',
  powershell: 'ps1',
  python: 'py',
  r: 'r',
  ruby: 'rb',
  rust: 'rs',
  scss: 'scss',
  shellscript: 'sh',
  sql: 'sql',
  swift: 'swift',
  toml: 'toml',
  typescript: 'ts',
  typescriptreact: 'tsx',
  vue: 'vue',
  xml: 'xml',
  yaml: 'yaml',
};
