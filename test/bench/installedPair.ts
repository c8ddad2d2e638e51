import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Two installed extensions that nothing activates but their measurement. */
export class InstalledPair {
  readonly extensionsDir: string;
  /** A third extension without code: VS Code runs suites only on behalf of one under development. */
  readonly suiteOwner: string;

  constructor(home: string) {
    this.extensionsDir = join(home, 'extensions');
    this.suiteOwner = join(home, 'suite');
  }

  async install(): Promise<void> {
    // Ours: npm itself could not read another shape.
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { engines: object };
    const { engines } = manifest;
    const idle = { ...manifest, activationEvents: [] };
    await lay(this.folderOf('rocketchat'), idle);
    await lay(this.folderOf('empty'), { ...idle, name: 'empty', contributes: {} });
    await lay(this.suiteOwner, { name: 'suite', publisher: 'bench', version: '0.0.1', engines });
    await writeFile(this.codeOf('empty'), 'exports.activate = () => {};\n');
  }

  /** What runs as the product from the next start of an extension host on. */
  async useProduct(code: string): Promise<void> {
    await copyFile(code, this.codeOf('rocketchat'));
  }

  private folderOf(name: string): string {
    return join(this.extensionsDir, name);
  }

  private codeOf(name: string): string {
    return join(this.folderOf(name), 'dist', 'extension.js');
  }
}

async function lay(folder: string, manifest: object): Promise<void> {
  await mkdir(join(folder, 'dist'), { recursive: true });
  await copyFile('package.nls.json', join(folder, 'package.nls.json'));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}
