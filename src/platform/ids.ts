/** Every id that package.json names too; a test compares the two in both directions. */
export const commandIds = [
  'rocketchat.signIn',
  'rocketchat.restoreSignIn',
  'rocketchat.signOut',
  'rocketchat.switchAccount',
  'rocketchat.refreshRooms',
  'rocketchat.refreshThreads',
  'rocketchat.openRoomInBrowser',
  'rocketchat.filterPinned',
  'rocketchat.clearPinnedFilter',
  'rocketchat.markRoomRead',
  'rocketchat.markThreadRead',
  'rocketchat.markAllRead',
  'rocketchat.setStatus',
  'rocketchat.openMessageInBrowser',
  'rocketchat.pinMessage',
  'rocketchat.unpinMessage',
  'rocketchat.starMessage',
  'rocketchat.unstarMessage',
  'rocketchat.followThread',
  'rocketchat.unfollowThread',
  'rocketchat.replyInThread',
  'rocketchat.quoteMessage',
  'rocketchat.addReaction',
  'rocketchat.editMessage',
  'rocketchat.deleteMessage',
  'rocketchat.markUnreadFromMessage',
  'rocketchat.discussMessage',
  'rocketchat.copyMessageText',
  'rocketchat.copyMessageLink',
  'rocketchat.showInConversation',
  'rocketchat.showReadReceipts',
  'rocketchat.ignoreUser',
  'rocketchat.unignoreUser',
  'rocketchat.reportMessage',
  'rocketchat.shareSelection',
  'rocketchat.shareSelectionWithComment',
  'rocketchat.showUnsent',
  'rocketchat.snooze',
  'rocketchat.endSnooze',
  'rocketchat.openInEditor',
  'rocketchat.focusConversation',
  'rocketchat.searchMessages',
  'rocketchat.openLink',
  'rocketchat.showLog',
] as const;

/** Run by rows and links of our own; not in the manifest. */
export const internalCommandIds = [
  '_rocketchat.loadMore',
  '_rocketchat.retry',
  '_rocketchat.lookForStars',
  '_rocketchat.openLink',
] as const;

export const viewIds = ['rocketchat.rooms', 'rocketchat.threads', 'rocketchat.conversation'] as const;
export const settingIds = [
  'rocketchat.defaultServer',
  'rocketchat.realtime',
  'rocketchat.offlineCache',
  'rocketchat.notifications',
  'rocketchat.openIn',
] as const;
export const contextKeys = [
  'rocketchat.signedIn',
  'rocketchat.hasAccounts',
  'rocketchat.roomsState',
  'rocketchat.threadsState',
  'rocketchat.hasUnsent',
  'rocketchat.isSnoozed',
  'rocketchat.offersPins',
  'rocketchat.offersStars',
  'rocketchat.offersThreads',
  'rocketchat.offersReceipts',
  'rocketchat.filtersPinned',
] as const;

export type CommandId = (typeof commandIds)[number] | (typeof internalCommandIds)[number];
export type ViewId = (typeof viewIds)[number];
export type SettingId = (typeof settingIds)[number];
export type ContextKey = (typeof contextKeys)[number];
