import type { Words } from '../../../src/webview/protocol/words';
import { hostWords } from './hostWords';

const parts = ['message', 'list', 'answer'] as const;

/** What pages say in English, taken from where the host says it. */
export function englishWords(): Words {
  const imports = parts.map((part) => `import { ${part}Words } from './src/webview/words/${part}Words';`);
  // The types of the three functions say so.
  return hostWords(`${imports.join('')} export const made = { ${parts.map(callOf).join(', ')} };`) as Words;
}

function callOf(part: string): string {
  return `${part}: ${part}Words()`;
}
