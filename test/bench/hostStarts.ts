import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import type { Host } from '../support/host/host';
import { isNoise } from '../support/host/noise';
import { openWorkbench, type Suite, type Workbench } from '../support/host/workbench';

const patience = 60_000;

/** One window, loaded again for each new extension host: what extensions store there outlives their host. */
export class HostStarts {
  private readonly events = new EventEmitter<{ end: [code: number] }>();
  private readonly suite: Suite;
  private window: Workbench | undefined;
  private said: string[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly host: Host,
    paths: Pick<Suite, 'extension' | 'tests'>,
  ) {
    const onLog = (_type: string, args: readonly unknown[]) => void this.said.push(format(...args));
    this.suite = { ...paths, onLog, onExit: (code) => void this.events.emit('end', code) };
  }

  /** Starts an extension host, which runs the suite to its end. */
  async next(): Promise<void> {
    this.said = [];
    const signal = AbortSignal.timeout(patience);
    try {
      const [end] = await Promise.all([once(this.events, 'end', { signal }), this.load()]);
      assert.deepEqual(end, [0], 'the exit code of the suite');
    } catch (cause) {
      const words = this.said.filter((line) => !isNoise(line));
      throw new Error(['No start of an extension host:', ...words].join('\n'), { cause });
    }
  }

  private async load(): Promise<void> {
    if (this.window) await this.window.page.reload();
    else this.window = await openWorkbench(this.browser, this.host, { suite: this.suite });
  }
}
