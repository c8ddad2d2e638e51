import * as vscode from 'vscode';

/** A file system with nothing in it, which records every call and takes none. */
export class RecordingDisk implements vscode.FileSystemProvider {
  /** `readFile /storage/focus`, in order. */
  readonly calls: string[] = [];
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): never {
    return this.refuse('stat', uri);
  }

  readDirectory(uri: vscode.Uri): never {
    return this.refuse('readDirectory', uri);
  }

  createDirectory(uri: vscode.Uri): never {
    return this.refuse('createDirectory', uri);
  }

  readFile(uri: vscode.Uri): never {
    return this.refuse('readFile', uri);
  }

  writeFile(uri: vscode.Uri): never {
    return this.refuse('writeFile', uri);
  }

  delete(uri: vscode.Uri): never {
    return this.refuse('delete', uri);
  }

  rename(uri: vscode.Uri): never {
    return this.refuse('rename', uri);
  }

  private refuse(call: string, uri: vscode.Uri): never {
    this.calls.push(`${call} ${uri.path}`);
    throw vscode.FileSystemError.FileNotFound(uri);
  }
}
