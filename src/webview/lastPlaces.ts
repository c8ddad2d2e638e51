import type { AccountId } from '../model/account';
import { isRecord } from '../model/parse';
import { placeFrom, type Place } from '../model/place';
import type { Shelf } from '../model/shelf';

const key = 'conversation.places';

/** Where each account was last in this workspace. */
export class LastPlaces {
  constructor(private readonly memory: Shelf) {}

  of(account: AccountId): Place | undefined {
    return placeFrom(this.all()[account]);
  }

  async remember(account: AccountId, { room, thread }: Place): Promise<void> {
    await this.memory.update(key, { ...this.all(), [account]: { room, thread } });
  }

  private all(): Readonly<Record<string, unknown>> {
    const kept = this.memory.get(key);
    return isRecord(kept) ? kept : {};
  }
}
