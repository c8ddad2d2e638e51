import type * as vscode from 'vscode';
import type { Account } from '../model/account';
import type { Room } from '../model/room';
import type { LastRoom } from './pickRoomItems';

const key = 'lastRooms';
type Rooms = Readonly<Record<string, LastRoom>>;

/** Which room was used last, for each account and workspace folder. */
export class LastRooms {
  constructor(private readonly state: vscode.Memento) {}

  of(account: Account, folder: vscode.Uri | undefined): LastRoom | undefined {
    return this.all()[placeOf(account, folder)];
  }

  async keep(account: Account, folder: vscode.Uri | undefined, { id, name }: Room): Promise<void> {
    await this.state.update(key, { ...this.all(), [placeOf(account, folder)]: { id, name } });
  }

  private all(): Rooms {
    return this.state.get<Rooms>(key, {});
  }
}

function placeOf(account: Account, folder: vscode.Uri | undefined): string {
  return `${account.id} ${folder?.toString() ?? ''}`;
}
