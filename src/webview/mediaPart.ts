import type { Clock } from '../base/clock';
import type { Session } from '../model/session';
import { reported } from '../platform/command';
import { handle } from './handlers';
import type { Downloads } from './mediaDownload';
import type { Fetch } from './mediaForeign';
import type { ImageHosts } from './mediaHosts';
import { MediaLibrary } from './mediaLibrary';
import { mediaWords } from './mediaWords';
import type { MakePart, OpenPage, Part } from './part';
import type { FromPage } from './protocol/conversation';

export interface MediaServices {
  readonly hosts: ImageHosts;
  readonly downloads: Downloads;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

const largest = 64 * 1024 * 1024;

/** The pictures, sounds and films of all pages: what one of them has fetched, the others of its account have too. */
export function mediaPart({ downloads, ...services }: MediaServices): MakePart {
  const libraries = new WeakMap<Session, MediaLibrary>();
  return (page) => {
    const { session } = page;
    const library =
      libraries.get(session) ?? new MediaLibrary({ ...services, session, words: mediaWords, largest });
    libraries.set(session, library);
    return new MediaPart(page, library, downloads);
  };
}

class MediaPart implements Part {
  constructor(
    private readonly page: OpenPage,
    private readonly library: MediaLibrary,
    private readonly downloads: Downloads,
  ) {}

  begin(): void {
    // The page asks for what it shows.
  }

  heed(message: FromPage): boolean {
    return handle(message, {
      media: ({ source, isWanted }) => void this.show(source, isWanted),
      download: ({ source, name }) =>
        void reported('download', () => this.downloads.save(this.page.session, source, name)),
    });
  }

  dispose(): void {
    // What is being fetched ends with the session.
  }

  private async show(source: string, isWanted?: 'once' | 'always'): Promise<void> {
    const media = await this.library.get(source, isWanted);
    if (!this.page.signal.aborted) this.page.tell({ type: 'media', source, media });
  }
}
