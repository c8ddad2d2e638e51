import { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import { Lanes } from '../base/lanes';
import { Lifetime } from '../base/lifetime';
import type { Session } from '../model/session';
import { MediaCache } from './mediaCache';
import { fetchForeign, ForeignError, type Fetch, type ForeignProblem } from './mediaForeign';
import type { ImageHosts } from './mediaHosts';
import { homesOf, mediaSource, type MediaSource } from './mediaSource';
import type { MediaView } from './protocol/conversation';

/** What a page may be given, and how the rest is said. */
export interface MediaWords {
  readonly noAddress: () => string;
  readonly wrongType: () => string;
  readonly tooLarge: () => string;
  readonly foreign: (problem: ForeignProblem) => string;
  readonly failed: (error: ApiError) => string;
}

export interface MediaLibraryOptions {
  readonly session: Pick<Session, 'client' | 'account' | 'knownSettings' | 'signal'>;
  readonly hosts: ImageHosts;
  readonly words: MediaWords;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** More of one is neither read nor shown: films are opened in the browser. */
  readonly largest: number;
}

const atATime = 4;
const cacheBytes = 64 * 1024 * 1024;
/** How long one picture of somebody else's may take. */
const foreignMs = 30_000;

/** Pictures, sounds and films for the pages of one account: each fetched once, by us, never by the page. */
export class MediaLibrary {
  private readonly lanes = new Lanes(atATime);
  private readonly cache = new MediaCache(cacheBytes);
  private readonly running = new Map<string, Promise<MediaView>>();

  constructor(private readonly options: MediaLibraryOptions) {}

  /** `isWanted`: the person asked for what lies with somebody else; `always`: from that host from now on. */
  async get(source: string, isWanted?: 'once' | 'always'): Promise<MediaView> {
    const place = mediaSource(source, homesOf(this.options.session));
    if (place.kind === 'none') return { state: 'failed', reason: this.options.words.noAddress() };
    if (place.kind === 'foreign' && !(await this.mayAsk(place.url, isWanted)))
      return this.cache.get(source) ?? { state: 'foreign', host: place.url.host };
    return this.shared(source, place);
  }

  private async mayAsk({ host }: URL, isWanted?: 'once' | 'always'): Promise<boolean> {
    const { hosts } = this.options;
    if (isWanted === 'always') await hosts.add(host);
    return isWanted !== undefined || hosts.has(host);
  }

  /** Pages that ask at the same time share the answer. */
  private shared(source: string, place: MediaSource): Promise<MediaView> {
    const cached = this.cache.get(source);
    if (cached) return Promise.resolve(cached);
    const known = this.running.get(source);
    if (known) return known;
    const run = this.lanes
      .take(() => this.load(place))
      .then((media) => {
        if (media.state === 'ready') this.cache.put(source, media);
        return media;
      })
      .finally(() => this.running.delete(source));
    this.running.set(source, run);
    return run;
  }

  private async load(place: MediaSource): Promise<MediaView> {
    const { words } = this.options;
    try {
      return await this.ready(await this.fetched(place));
    } catch (error) {
      if (error instanceof ForeignError) return { state: 'failed', reason: words.foreign(error.problem) };
      if (error instanceof ApiError) return { state: 'failed', reason: this.reasonOf(error) };
      throw error;
    }
  }

  private reasonOf(error: ApiError): string {
    const { words } = this.options;
    const { failure } = error;
    const isTooLarge = failure.kind === 'refused' && failure.code === 'error-file-too-large';
    return isTooLarge ? words.tooLarge() : words.failed(error);
  }

  private fetched(place: MediaSource): Promise<Blob | undefined> {
    const { session, largest } = this.options;
    const { client, signal } = session;
    const call = { signal, priority: 'background', maxBytes: largest } as const;
    switch (place.kind) {
      case 'avatar':
        return client.avatar(place.of, call);
      case 'own':
        return client.download(place.path, call);
      case 'foreign':
        return this.foreign(place.url);
      case 'none':
        return Promise.resolve(undefined);
    }
  }

  /** Who answers slowly, or never, keeps nobody else waiting for long. */
  private async foreign(url: URL): Promise<Blob> {
    const { session, clock, fetch } = this.options;
    const running = new Lifetime();
    const { signal } = running;
    running.own(clock.after(foreignMs, () => running.dispose()));
    session.signal.addEventListener('abort', () => running.dispose(), { signal });
    try {
      return await fetchForeign(url, fetch, signal);
    } finally {
      running.dispose();
    }
  }

  private async ready(file: Blob | undefined): Promise<MediaView> {
    const { words } = this.options;
    if (!file || !/^(image|audio|video)\//.test(file.type))
      return { state: 'failed', reason: words.wrongType() };
    return { state: 'ready', type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
}
