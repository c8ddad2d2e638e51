import type { FromPage } from '../../protocol/conversation';
import type { FromCompose } from '../../protocol/compose';
import type { ComposerWords } from '../../protocol/words';
import type { PageContext } from '../shared/context';

/** What every part of the composer needs of its page. */
export interface ComposeContext {
  readonly words: ComposerWords;
  /** For the parts that a conversation has as well. */
  readonly page: PageContext;
  readonly tell: (message: FromCompose) => void;
}

type Common = Extract<FromPage, { readonly type: (typeof common)[number] }>;

const common = [
  ...(['openLink', 'openRoom', 'openPerson', 'openPath'] as const),
  ...(['code', 'download', 'media', 'complete'] as const),
] as const;

/** A message that was not sent can be read, and led on from; the rest of what a conversation says is not said here. */
export function tellIfCommon(tell: (message: Common) => void): PageContext['tell'] {
  return (message) => {
    if (isCommon(message)) tell(message);
  };
}

function isCommon(message: FromPage): message is Common {
  return common.some((type) => type === message.type);
}
