import type { AttachmentView } from '../../protocol/message';

/** What a recording is called: as its attachment, unless that has no title, or another recording beside this one. */
export function recordingName(
  source: string,
  { title = '', audio_url: audio, video_url: video }: AttachmentView,
): string {
  const isAlone = audio === undefined || video === undefined;
  return isAlone && title.trim() !== '' ? title : fileAt(source);
}

/** The last part of an address, as people read it. */
function fileAt(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  const last = path.split('/').findLast((part) => part !== '') ?? address;
  try {
    return decodeURIComponent(last);
  } catch (error) {
    // Somebody else's address: a stray % in it says nothing.
    if (error instanceof URIError) return last;
    throw error;
  }
}
