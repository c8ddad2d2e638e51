import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { emptyComposition, type Composition } from '../../src/model/composition';
import type { Guard } from '../../src/model/guard/guard';
import type { Place } from '../../src/model/place';
import { Session } from '../../src/model/session';
import { ComposePage } from '../../src/webview/composePage';
import { composeParts } from '../../src/webview/composeParts';
import { withoutSession } from '../../src/webview/composeWithout';
import { clientOf } from './clientOf';
import { eventually } from './eventually';
import { FakeComposer } from './fakeComposer';
import { FakeFiles } from './fakes/files';
import { account } from './makers/account';
import { eachWithServer } from './standIn';
import { openGuard } from './openGuard';

const icons = {
  channel: 'symbol-number',
  group: 'lock',
  direct: 'person',
  directGroup: 'organization',
  self: 'person',
  discussion: 'comment-discussion',
  team: 'organization',
  omnichannel: 'comment',
} as const;

/** A composer of one account over the stand-in, anew for each test. */
export class ComposerHarness {
  private lifetime = new Lifetime();
  private readonly switched = new Emitter<Session | undefined>();
  private inUse: Session | undefined;
  readonly files = new FakeFiles();
  readonly opened: Place[] = [];
  session: Session;
  page = new FakeComposer();
  closed = 0;

  constructor(readonly server: ReturnType<ReturnType<typeof eachWithServer>>) {
    this.session = this.newSession();
  }

  async start(): Promise<void> {
    await this.session.sync.refresh('person');
    this.inUse = this.session;
  }

  async open(form: Composition = emptyComposition, guard: Guard = openGuard): Promise<FakeComposer> {
    const page = new FakeComposer();
    this.page = page;
    const parts = composeParts({
      shared: [],
      icons,
      guard,
      openHere: () => Promise.resolve(true),
      open: (place) => Promise.resolve(void this.opened.push(place)),
    });
    this.lifetime.own(
      new ComposePage({
        isAhead: false,
        current: { get: () => this.inUse, onDidChange: this.switched.event },
        surface: page,
        owner: { account: this.session.account.id, draft: 'd1' },
        otherwise: { form, files: [] },
        bytes: new Map(),
        parts,
        withoutSession,
        close: () => (this.closed += 1),
        drop: () => undefined,
      }),
    );
    page.say({ type: 'ready' });
    await eventually('the form', () => page.last('form'));
    return page;
  }

  /** Another window, with what the last one has kept. */
  async restart(): Promise<void> {
    this.dispose();
    this.lifetime = new Lifetime();
    this.session = this.newSession();
    await this.start();
  }

  /** Another account comes into use, or this one again. */
  use(session: Session | undefined): void {
    this.inUse = session;
    this.switched.fire(session);
  }

  async send(form: Composition): Promise<void> {
    this.page.say({ type: 'sendForm', form });
    await eventually('it has gone', () => this.closed > 0);
  }

  attach(name: string, text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.page.say({ type: 'addFile', name, mediaType: 'text/plain', bytes });
  }

  /** As its first file. */
  async attached(name: string, text: string): Promise<void> {
    this.attach(name, text);
    await eventually('the file', () => this.page.last('files')?.files.length === 1);
  }

  texts() {
    return this.posted().map(({ msg }) => msg);
  }

  posted() {
    return this.server.world.messages.inRoom('GENERAL');
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private newSession(): Session {
    const of = { account: account({ server: this.server.url }), client: clientOf(this.server) };
    return this.lifetime.own(new Session({ ...of, writing: this.files }));
  }
}

export function eachWithComposer(): () => ComposerHarness {
  const server = eachWithServer();
  let harness: ComposerHarness;
  beforeEach(async () => {
    harness = new ComposerHarness(server());
    await harness.start();
  });
  afterEach(() => harness.dispose());
  return () => harness;
}
