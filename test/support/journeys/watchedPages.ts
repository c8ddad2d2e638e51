import type { Page } from 'playwright-core';
import type { Conversation } from './conversation';

declare global {
  /** What happens in a page that is watched. */
  // Only `var` declares a property of the global object.
  var watched: { readonly violations: string[]; readonly told: string[] } | undefined;
}

/** What pages are told, and what they try. */
export interface WatchedPages {
  /** Of the policy of a conversation's page. */
  violations(conversation: Conversation): Promise<readonly string[]>;
  /** Whether a text was in anything that a conversation's page was told, or stands in it. */
  isTold(conversation: Conversation, text: string): Promise<boolean>;
  requestsTo(host: string): readonly string[];
}

/** Watches all frames that are loaded from now on. */
export async function watchPages(page: Page): Promise<WatchedPages> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    const watched = { violations: [] as string[], told: [] as string[] };
    globalThis.watched = watched;
    addEventListener('securitypolicyviolation', (event) => {
      watched.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
    addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      watched.told.push(JSON.stringify({ data })),
    );
  });
  return {
    violations: (conversation) =>
      conversation.all.evaluate(() => globalThis.watched?.violations ?? ['unwatched']),
    isTold: (conversation, text) =>
      conversation.all.evaluate(
        (body, secret) =>
          body.outerHTML.includes(secret) ||
          globalThis.watched?.told.some((one) => one.includes(secret)) !== false,
        text,
      ),
    requestsTo: (host) => requests.filter((url) => URL.parse(url)?.hostname.endsWith(host)),
  };
}
