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
