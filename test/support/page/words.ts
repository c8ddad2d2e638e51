import type { ComposerWords } from '../../../src/webview/protocol/words';
import { hostWords } from './hostWords';

const parts = ['message', 'list', 'answer', 'compose', 'composeAttachment'] as const;

/** What pages say in English, taken from where the host says it. */
export function englishWords(): ComposerWords {
  const imports = parts.map((part) => `import { ${part}Words } from './src/webview/words/${part}Words';`);
  // The types of these functions say so.
  return hostWords(
    `${imports.join('')} export const made = { ${parts.map(callOf).join(', ')} };`,
  ) as ComposerWords;
}

function callOf(part: string): string {
  return `${part}: ${part}Words()`;
}
