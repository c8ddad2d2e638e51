import { type Host, type HostOptions, startHost } from './host';
import { steady } from './settings';

/** VS Code's server of one suite, with the packaged extension installed. */
export class SuiteHost {
  private running: Host | undefined;
  private options: HostOptions | undefined;

  constructor(private readonly wanted: () => HostOptions) {}

  get current(): Host {
    if (!this.running) throw new Error('Only hooks and tests can use VS Code, not the body of `describe`.');
    return this.running;
  }

  async start(): Promise<void> {
    this.options ??= withExtension(this.wanted());
    this.running = await startHost(this.options);
  }

  async stop(): Promise<void> {
    await this.running?.stop();
  }
}

function withExtension({ settings, ...others }: HostOptions): HostOptions {
  const extensionsDir = process.env['EXTENSIONS_DIR'];
  if (extensionsDir === undefined) throw new Error('Run the browser floor by `npm run test:browser`.');
  return { extensionsDir, settings: { ...steady, ...settings }, ...others };
}
