import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Knowledge } from './knowledge';
import type { Message } from './message';
import { offered, type Action } from './offers';
import { isHeld, type Permission } from './permissions';
import { mayReact, obstacleIn, type PostingObstacle } from './posting';
import type { Me, Room } from './room';
import type { RoomStore } from './roomStore';
import { usualSettings } from './serverSettings';

export interface RightsOptions {
  readonly me: Me;
  readonly rooms: Pick<RoomStore, 'get'>;
  readonly knowledge: Pick<Knowledge, 'settings' | 'roles' | 'holders' | 'onDidLearn'>;
  readonly clock: Clock;
}

/**
 * What the server's settings and the person's roles allow. Until they are known, what an ordinary person may on a new
 * server. Asks for nothing.
 */
export class Rights implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  /** Fires when settings, roles or permissions turn out to be others; not for a room's own changes. */
  readonly onDidChange: Event<void> = this.changed.event;

  constructor(private readonly options: RightsOptions) {
    this.lifetime.own(options.knowledge.onDidLearn(() => this.changed.fire()));
  }

  /** By the roles on the server, and those in the room. */
  can(permission: Permission, room?: Room): boolean {
    const { roles, holders } = this.options.knowledge;
    return isHeld(permission, [...(roles ?? ordinary), ...(room?.roles ?? [])], holders);
  }

  canPost(room: Room | undefined): boolean {
    return this.obstacle(room) === undefined;
  }

  /** Why nothing can be written there; of no room, that the person has not joined it. */
  obstacle(room: Room | undefined): PostingObstacle | undefined {
    return obstacleIn(room, (permission) => this.can(permission, room));
  }

  canReact(room: Room | undefined): boolean {
    return mayReact(room, (permission) => this.can(permission, room));
  }

  /** In the order of `actions`. Changes with time too, where the server lets edit and delete only for a while. */
  offered(message: Message): readonly Action[] {
    const { me, rooms, knowledge, clock } = this.options;
    const room = rooms.get(message.room);
    return offered(message, {
      me,
      room,
      settings: knowledge.settings ?? usualSettings,
      now: clock.now(),
      can: (permission) => this.can(permission, room),
    });
  }

  /** Whether something stays to be seen where the message was. */
  leavesMark({ replies }: Pick<Message, 'replies'>): boolean {
    return replies > 0 || (this.options.knowledge.settings ?? usualSettings).showsDeleted;
  }

  dispose(): void {
    this.lifetime.dispose();
  }
}

const ordinary = ['user'];
