import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Span } from './span';

/** The kept rule set, in its own words and order. Load it when something is to be scanned: it is large. */
export async function ruleSetSpans(text: string): Promise<readonly Span[]> {
  const { messages } = await lintSource({
    source: { content: text, contentType: 'text', filePath: 'message', ext: '' },
    options: { noPhysicFilePath: true, config: { rules: wanted } },
  });
  // It leaves a mark of the byte order out of its counting.
  const shift = text.startsWith('\ufeff') ? 1 : 0;
  return messages
    .filter(({ messageId }) => !unwanted.includes(messageId))
    .map(({ range: [start, end], ruleId }) => ({
      start: start + shift,
      end: end + shift,
      rule: nameOf(ruleId),
    }));
}

const prefix = '@secretlint/secretlint-rule-';

/**
 * Rules that our own take the place of: they find more, and the secret alone instead of the line around it. Comments
 * that switch the others off are for who checks in files: what leaves is looked at whatever stands beside it.
 */
const replaced = ['privatekey', 'basicauth', 'database-connection-string', 'filter-comments'];

const wanted = rules
  .filter(({ meta: { id } }) => !replaced.includes(id.replace(prefix, '')))
  .map((rule) => ({ id: rule.meta.id, rule }));

/** An account's number is no secret; where a key stands is told wrongly, and told by our own rules too. */
const unwanted = ['AWSAccountID', 'AWSSecretAccessKey'];

function nameOf(ruleId: string): string {
  const rule = ruleId.replace(prefix, '');
  return names[rule] ?? `${rule}-token`;
}

/** Where what it finds is called something else than a token. */
const names: Readonly<Record<string, string>> = {
  gcp: 'google-key',
  openai: 'openai-key',
  anthropic: 'anthropic-key',
  groq: 'groq-key',
  linear: 'linear-key',
  sendgrid: 'sendgrid-key',
  stripe: 'stripe-key',
  tailscale: 'tailscale-key',
};
