import type { Locator } from 'playwright-core';

/** What a person types into an attachment, by the server's names for it. */
export interface AttachmentText extends Partial<Record<TextKey, string>> {
  readonly collapsed?: boolean;
  readonly title_link_download?: boolean;
  readonly fields?: readonly FieldText[];
}

interface FieldText {
  readonly title: string;
  readonly value: string;
  readonly short: boolean;
}

/** Labels, in an order in which each can be typed: a link to a message only once there is a time. */
const lines = {
  title: 'Title',
  title_link: 'Title link',
  text: 'Text',
  color: 'Color',
  thumb_url: 'Thumbnail address',
  ts: 'Time',
  message_link: 'Message link',
  author_name: 'Name',
  author_link: 'Link',
  author_icon: 'Icon address',
  image_url: 'Image address',
  audio_url: 'Audio address',
  video_url: 'Video address',
} as const;

type TextKey = keyof typeof lines;

const checks = {
  collapsed: 'Collapsed at first',
  title_link_download: 'Offer the link as a download',
} as const;

/** One attachment in the composer. */
export class ComposerCard {
  constructor(readonly all: Locator) {}

  /** The first one of that label: those of the rows of fields come after. */
  field(label: string): Locator {
    return this.all.getByRole('textbox', { name: label, exact: true }).first();
  }

  check(label: string): Locator {
    return this.all.getByRole('checkbox', { name: label, exact: true }).first();
  }

  button(name: string): Locator {
    return this.all.getByRole('button', { name, exact: true });
  }

  /** Opens what is folded when it is empty. */
  async unfold(group: string): Promise<void> {
    const summary = this.all.locator('summary').filter({ hasText: group });
    const isOpen = await summary.evaluate(({ parentElement }) => parentElement?.hasAttribute('open'));
    if (isOpen !== true) await summary.click();
  }

  async fill(content: AttachmentText): Promise<void> {
    for (const group of ['Author', 'Image, audio, video', 'Fields']) await this.unfold(group);
    for (const [key, label] of Object.entries(lines)) {
      // The table's own keys.
      const text = content[key as TextKey];
      if (text !== undefined) await this.field(label).fill(text);
    }
    for (const [key, label] of Object.entries(checks))
      // The table's own keys.
      if (content[key as keyof typeof checks]) await this.check(label).check();
    for (const field of content.fields ?? []) await this.addField(field);
  }

  private async addField({ title, value, short }: FieldText): Promise<void> {
    const rows = this.all.getByRole('group', { name: /^Field \d+ of / });
    const count = await rows.count();
    await this.button('Add Field').click();
    const row = rows.nth(count);
    await row.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    await row.getByRole('textbox', { name: 'Value', exact: true }).fill(value);
    await row.getByRole('checkbox', { name: 'Short', exact: true }).setChecked(short);
  }
}
