import type { Locator } from 'playwright-core';
import type { AttachmentForm, ProblemView } from '../../../src/webview/protocol/compose';
import type { OpenedPage, PageOptions } from './openPage';

interface Given {
  readonly attachments?: readonly AttachmentForm[];
  readonly problems?: readonly ProblemView[];
  readonly showsAll?: boolean;
  readonly locked?: boolean;
}

/** The cards of attachments alone, with nobody around who would say back what they fire. */
export class CardsPage {
  constructor(readonly opened: OpenedPage) {}

  get page() {
    return this.opened.page;
  }

  /** By its place, from 1. */
  card(at: number): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^Attachment ${at} of `) });
  }

  row(at: number): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^Field ${at} of `) });
  }

  /** The first of that label: those of the rows of fields come after. */
  field(label: string, card = this.card(1)): Locator {
    return card.getByRole('textbox', { name: label, exact: true }).first();
  }

  button(name: string, within: Locator = this.page.locator('body')): Locator {
    return within.getByRole('button', { name, exact: true }).first();
  }

  fold(name: string): Locator {
    return this.page.locator('details').filter({ has: this.page.locator('summary', { hasText: name }) });
  }

  async unfold(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.fold(name).locator('summary').click();
  }

  /** As whoever holds the form does. */
  async give(given: Given): Promise<void> {
    await this.page.locator('rc-attachment-cards').evaluate((cards, now) => {
      Object.assign(cards, now);
    }, given);
  }

  /** The list that was fired last. */
  async list(): Promise<readonly AttachmentForm[]> {
    return this.page.evaluate(() => (globalThis as unknown as Listened).lists.at(-1) ?? []);
  }

  async titles(): Promise<readonly string[]> {
    return (await this.list()).map(({ title }) => title);
  }

  /** What was read out last. */
  async said(): Promise<string | null> {
    return this.page.locator('rc-attachment-cards > [role=status]').textContent();
  }
}

/** What was left in the page to listen. */
interface Listened {
  readonly lists: (readonly AttachmentForm[])[];
}

export async function openCards(
  openPage: (options?: PageOptions) => Promise<OpenedPage>,
  { attachments = [], problems = [], showsAll = false, locked = false, ...options }: Given & PageOptions = {},
): Promise<CardsPage> {
  const opened = await openPage({ width: 600, height: 900, ...options, name: 'compose' });
  await opened.page.evaluate(
    (given) => {
      const { composeAttachment: words } = JSON.parse(
        document.getElementById('words')?.textContent ?? '',
      ) as {
        readonly composeAttachment: unknown;
      };
      const lists: unknown[] = [];
      const cards = document.createElement('rc-attachment-cards');
      Object.assign(cards, { ...given, words });
      cards.addEventListener('attachments-change', (event) => {
        if (event instanceof CustomEvent) lists.push(event.detail);
      });
      Object.assign(globalThis, { lists });
      const main = document.createElement('main');
      main.style.cssText = 'block-size: 100vh; overflow: auto; padding: 12px';
      main.append(cards);
      document.body.replaceChildren(main);
    },
    { attachments, problems, showsAll, locked },
  );
  await opened.page.locator('rc-attachment-cards > [role=status]').waitFor({ state: 'attached' });
  return new CardsPage(opened);
}
