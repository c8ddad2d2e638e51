import { DDPDriver } from '@rocket.chat/sdk/lib/drivers/ddp';

/** Says nothing of what it does. */
const nothing = () => undefined;
const logger = { debug: nothing, info: nothing, warning: nothing, warn: nothing, error: nothing };

/** The real-time half of the bots' kit. */
export function botDriver({ url }: { readonly url: string }): DDPDriver {
  return new DDPDriver({ host: url, timeout: 2000, logger });
}

/** What it is told next of the messages that it listens to. */
export function nextMessage(driver: DDPDriver): Promise<unknown> {
  return new Promise((resolve) => {
    driver.onMessage((message: unknown) => resolve(message));
  });
}
