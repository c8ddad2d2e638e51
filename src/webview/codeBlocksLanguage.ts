/** What people write behind a fence, where VS Code has another name for it. */
const names: Readonly<Record<string, string>> = {
  bash: 'shellscript',
  'c++': 'cpp',
  cs: 'csharp',
  docker: 'dockerfile',
  golang: 'go',
  htm: 'html',
  js: 'javascript',
  jsx: 'javascriptreact',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  objc: 'objective-c',
  patch: 'diff',
  pl: 'perl',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'shellscript',
  shell: 'shellscript',
  text: 'plaintext',
  ts: 'typescript',
  tsx: 'typescriptreact',
  txt: 'plaintext',
  yml: 'yaml',
  zsh: 'shellscript',
};

/** VS Code's name of a language, if it knows it. */
export function languageOf(fence: string | undefined, known: readonly string[]): string | undefined {
  const word = fence?.trim().toLowerCase() ?? '';
  const name = Object.hasOwn(names, word) ? names[word] : word;
  return known.find((id) => id.toLowerCase() === name);
}
