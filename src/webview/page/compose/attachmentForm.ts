import type { AttachmentForm, FieldForm } from '../../protocol/compose';

export type FoldName = 'fields' | 'author' | 'media';

const foldNames: readonly FoldName[] = ['fields', 'author', 'media'];

export function emptyAttachment(): AttachmentForm {
  return {
    id: crypto.randomUUID(),
    ...{ color: '', text: '', ts: '', thumb_url: '', message_link: '', collapsed: false },
    ...{ author_name: '', author_link: '', author_icon: '' },
    ...{ title: '', title_link: '', title_link_download: false },
    ...{ image_url: '', audio_url: '', video_url: '' },
    ...{ fields: [], rest: '' },
  };
}

/** Most fields are: two stand side by side. */
export const emptyField: FieldForm = { title: '', value: '', short: true };

export function copyOf(attachment: AttachmentForm): AttachmentForm {
  return { ...attachment, id: crypto.randomUUID() };
}

/** What it is called in its header: its title, or how its text begins. */
export function nameOf({ title, text }: AttachmentForm): string | undefined {
  const [line = ''] = text.trim().split('\n');
  return title.trim() || line || undefined;
}

export function isFilled(fold: FoldName, attachment: AttachmentForm): boolean {
  if (fold === 'fields') return attachment.fields.length > 0;
  return keysOf[fold].some((key) => attachment[key] !== '');
}

const keysOf = {
  author: ['author_name', 'author_link', 'author_icon'],
  media: ['image_url', 'audio_url', 'video_url'],
} as const;

/** Where that key lies, if it lies in something that can be folded: `fields.1.value`, `image_url`. */
export function foldOf(key: string): FoldName | undefined {
  const [first = ''] = key.split('.');
  return foldNames.find(
    (fold) => first === fold || (fold !== 'fields' && keysOf[fold].some((one) => one === first)),
  );
}

/** Names of the keys that the form does not know. */
export function restKeys({ rest }: AttachmentForm): readonly string[] {
  const value = rest === '' ? undefined : parsed(rest);
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** A draft may have been written by somebody else. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The list with one of its things at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const others = list.toSpliced(from, 1);
  return others.toSpliced(to, 0, ...list.slice(from, from + 1));
}
