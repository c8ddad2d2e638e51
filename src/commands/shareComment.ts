import type { Fitting } from './shareFit';

/**
 * The message with the comment that the person writes. Whoever turns away, because it is too long, holds a secret or
 * does not arrive, comes back to the comment, which is not lost. Undefined when there is nothing to send.
 */
export async function withComment<Message>(
  ask: (draft: string) => Promise<string | undefined>,
  fit: (comment: string) => Promise<Fitting<Message>>,
): Promise<Message | undefined> {
  let comment = await ask('');
  while (comment !== undefined) {
    const fitting = await fit(comment);
    if (fitting.state === 'fits') return fitting.message;
    if (fitting.state === 'copied' || comment === '') return undefined;
    comment = await ask(comment);
  }
  return undefined;
}
