import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** The four looks that every view is looked at in, by VS Code's own ids. */
export const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  hcBlack: 'Default High Contrast',
  hcLight: 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

/** A window that shows the extension and nothing that asks for attention. */
const quiet: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** What makes pictures of the same thing alike. */
export const steady: Settings = {
  'workbench.colorTheme': themes.dark,
  'workbench.reduceMotion': 'on',
};

/** The settings of one server, or of the one person at it. */
export class WrittenSettings {
  private constructor(
    private readonly file: string,
    private current: Settings,
  ) {}

  /** A running window takes changes in at once. */
  static ofMachine(dataDir: string): WrittenSettings {
    return new WrittenSettings(join(dataDir, 'data', 'Machine', 'settings.json'), quiet);
  }

  /** Also those that a machine's own cannot set. A window takes changes in when it is loaded. */
  static ofPerson(dataDir: string): WrittenSettings {
    return new WrittenSettings(join(dataDir, 'data', 'User', 'settings.json'), {});
  }

  async add(settings: Settings): Promise<void> {
    this.current = { ...this.current, ...settings };
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(this.file, JSON.stringify(this.current, undefined, 2));
  }
}
