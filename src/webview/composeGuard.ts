import * as vscode from 'vscode';
import type { AttachmentForm, Composition, FieldForm } from '../model/composition';
import type { Guard } from '../model/guard/guard';
import { checkCargo } from '../model/guard/leaving';
import type { Through } from '../model/guard/texts';
import type { ComposeDraft } from './composeDraft';
import type { StagedFile } from './composeStaged';

/** What may leave this machine. */
export interface Safe {
  readonly form: Composition;
  readonly files: readonly StagedFile[];
}

/** After one question for all of it: masked where the person wants it; undefined where they want to go no further. */
export async function guarded(
  guard: Guard,
  { form, files }: Pick<ComposeDraft, 'form' | 'files'>,
): Promise<Safe | undefined> {
  const checked = await checkCargo(guard, { said: form, files }, formThrough);
  return checked && { form: checked.said, files: checked.files };
}

/** What a person writes in an attachment: addresses hold tokens too. */
const written = [
  'text',
  'title',
  'title_link',
  'author_name',
  'author_link',
  'author_icon',
  'thumb_url',
  'message_link',
  'image_url',
  'audio_url',
  'video_url',
  'rest',
] as const satisfies readonly (keyof AttachmentForm)[];

/** All that a person writes. */
function formThrough(form: Composition, through: Through): Composition {
  const { text, customFields, alias, avatar, attachments } = form;
  const label = attachments.length > 0 ? vscode.l10n.t('Message') : undefined;
  return {
    ...form,
    text: through({ text, label }),
    customFields: through({ text: customFields, label: vscode.l10n.t('Custom fields') }),
    alias: through({ text: alias, label: vscode.l10n.t('Alias') }),
    avatar: through({ text: avatar, label: vscode.l10n.t('Avatar') }),
    attachments: attachments.map((attachment, at) =>
      attachmentThrough(attachment, labelled(vscode.l10n.t('Attachment {0}', at + 1), through)),
    ),
  };
}

function attachmentThrough(attachment: AttachmentForm, through: (text: string) => string): AttachmentForm {
  const said = Object.fromEntries(written.map((key) => [key, through(attachment[key])]));
  const fields = attachment.fields.map((field): FieldForm => {
    const title = through(field.title);
    return { ...field, title, value: through(field.value) };
  });
  return { ...attachment, ...said, fields };
}

function labelled(label: string, through: Through): (text: string) => string {
  return (text) => through({ text, label });
}
