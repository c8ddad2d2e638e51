import { post, type ByRoom } from '../endpoint';
import type { WireRoom } from '../wire';
import type { WireDiscussion } from '../wireRooms';

/** A discussion to be opened. */
export interface NewDiscussion {
  /** Id of the room that it is opened in; must not be a discussion itself. */
  readonly prid: string;
  /** The title, as people read it; the room's `fname`. */
  readonly t_name: string;
  /** Id of the message that it starts from, whose author is invited; none by default. */
  readonly pmid?: string;
  /** The first message in it, posted by the caller; not together with `encrypted`. */
  readonly reply?: string;
  /** User names of those to be added, without `@`; nobody else by default. */
  readonly users?: readonly string[];
  /** End-to-end encrypted; false by default. */
  readonly encrypted?: boolean;
  /** What it is about; by default the name of the room above. Newer releases only: older ones refuse the key. */
  readonly topic?: string;
}

/** The password of a room that wants one. */
export interface JoinCode {
  /** Only where the room's `joinCodeRequired` is true, and not for those with `join-without-join-code`. */
  readonly joinCode?: string;
}

export interface Favourite {
  /** True marks it, false takes the mark off. */
  readonly favorite: boolean;
}

/** At least one key. `'1'` and `'0'` stand for yes and no, `default` for what the person or workspace prefers. */
export interface NotificationSettings {
  /** No notifications of any kind. */
  readonly disableNotifications?: '0' | '1';
  /** Neither `@all` nor `@here` notify. */
  readonly muteGroupMentions?: '0' | '1';
  /** No unread mark in the list of rooms. */
  readonly hideUnreadStatus?: '0' | '1';
  /** No mention mark in the list of rooms. */
  readonly hideMentionStatus?: '0' | '1';
  /** When the room counts as unread. */
  readonly unreadAlert?: NotifyAbout;
  /** Notices on the desktop. */
  readonly desktopNotifications?: NotifyAbout;
  /** Notices on phones. */
  readonly mobilePushNotifications?: NotifyAbout;
  /** Notices by e-mail. */
  readonly emailNotifications?: NotifyAbout;
  /** The sound: `none`, `default` or the id of one of the workspace's sounds. */
  readonly audioNotificationValue?: string;
}

export type NotifyAbout = 'all' | 'mentions' | 'nothing' | 'default';

export interface SaveNotification {
  /** The room's id. */
  readonly roomId: string;
  /** What is to change; other settings stay. */
  readonly notifications: NotificationSettings;
}

export interface SaveDraft {
  /** The room's id. */
  readonly rid: string;
  /** The unsent text, up to `Message_MaxAllowedSize` characters (5,000 by default); `''` removes it. */
  readonly draft: string;
  /** Id of the thread that the text is meant for; the room by default. Since 8.8: older servers refuse the key. */
  readonly tmid?: string;
}

/** What a person does with rooms for herself. */
export const ownRooms = {
  createDiscussion: post<NewDiscussion, { readonly discussion: WireDiscussion }>('rooms.createDiscussion'),
  join: post<ByRoom & JoinCode, { readonly room: WireRoom }>('rooms.join', { isSafe: true, since: '8.6' }),
  leave: post<ByRoom, object>('rooms.leave'),
  favorite: post<ByRoom & Favourite, object>('rooms.favorite', { isSafe: true }),
  saveNotification: post<SaveNotification, object>('rooms.saveNotification', { isSafe: true }),
  hide: post<
    {
      /** The room's id. */
      readonly roomId: string;
    },
    object
  >('rooms.hide', { since: '7.4' }),
  open: post<
    {
      /** The room's id. */
      readonly roomId: string;
    },
    object
  >('rooms.open', { isSafe: true, since: '7.3' }),
  saveDraft: post<SaveDraft, object>('rooms.saveDraft', { since: '8.5' }),
} as const;
