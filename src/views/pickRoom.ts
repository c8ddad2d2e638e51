import * as vscode from 'vscode';
import type { Session } from '../model/session';
import { PickRoomDialog, type Offer, type PickedRoom } from './pickRoomDialog';
import type { TargetItem } from './pickRoomItems';
import { LastRooms } from './pickRoomMemory';

export interface RoomRequest {
  readonly title: string;
  /** What Enter does, in a sentence. */
  readonly prompt: string;
  /** Each folder has a room that was used last in it. */
  readonly folder: vscode.Uri | undefined;
  /** What else is decided here. */
  readonly offer?: Offer;
}

/** Asks where to post. The room used last is chosen already; typing looks for rooms and people everywhere. */
export class RoomPicker {
  private readonly memory: LastRooms;

  constructor(
    state: vscode.Memento,
    private readonly open = () => vscode.window.createQuickPick<TargetItem>(),
  ) {
    this.memory = new LastRooms(state);
  }

  /** Joins or opens what was picked where that is needed. Undefined when the person leaves. */
  async pick(session: Session, request: RoomRequest): Promise<PickedRoom | undefined> {
    const { title, prompt, folder, offer } = request;
    const last = this.memory.of(session.account, folder);
    const picker = this.open();
    picker.title = title;
    const dialog = new PickRoomDialog({ session, prompt, last, picker, offer });
    try {
      const picked = await dialog.picked;
      if (picked) await this.memory.keep(session.account, folder, picked.room);
      return picked;
    } finally {
      dialog.dispose();
    }
  }
}
