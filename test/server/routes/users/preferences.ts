import { isObject } from '../../isObject';
import { meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { savePreferences } from '../../world/preferences';
import { textOf } from '../parameters';
import { alike, closed, optionalFlag, optionalNumber, optionalText, text } from '../schemas';

function listOf(items: JsonObject): JsonObject {
  return { type: 'array', items, nullable: true };
}

/** All that there are; another is refused. */
const preferences = {
  ...alike('newRoomNotification newMessageNotification emailNotificationMode', optionalText),
  ...alike('desktopNotifications pushNotifications sendOnEnter language sidebarSortby', optionalText),
  ...alike('sidebarViewMode themeAppearence fontSize', optionalText),
  ...alike('clockMode notificationsSoundVolume masterVolume voipRingerVolume idleTimeLimit', optionalNumber),
  ...alike('utcOffset', optionalNumber),
  ...alike('useEmojis convertAsciiEmoji saveMobileBandwidth collapseMediaByDefault', optionalFlag),
  ...alike('autoImageLoad unreadAlert enableAutoAway showThreadsInMainChannel', optionalFlag),
  ...alike('desktopNotificationRequireInteraction hideUsernames hideRoles displayAvatars', optionalFlag),
  ...alike('hideFlexTab sidebarShowFavorites sidebarShowUnread sidebarDisplayAvatar', optionalFlag),
  ...alike('sidebarGroupByType muteFocusedConversations receiveLoginDetectionEmail', optionalFlag),
  ...alike('notifyCalendarEvents omnichannelTranscriptEmail omnichannelTranscriptPDF', optionalFlag),
  ...alike('omnichannelHideConversationAfterClosing enableMobileRinging mentionsWithSymbol', optionalFlag),
  alsoSendThreadToChannel: { ...optionalText, enum: ['default', 'always', 'never'] },
  highlights: listOf(text),
  sidebarSectionsOrder: listOf(text),
  dontAskAgainList: listOf({ type: 'object', properties: { action: text, label: text } }),
  featuresPreview: listOf({ type: 'object', properties: { name: text, value: { type: 'boolean' } } }),
};

export const preferenceRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'users.setPreferences',
    auth: 'required',
    body: closed({ userId: optionalText, data: closed(preferences) }, ['data']),
    handle: set,
  },
  {
    verb: 'GET',
    name: 'users.getPreferences',
    auth: 'required',
    handle: ({ user }) => ({ preferences: { ...user.preferences, language: user.language } }),
  },
];

function set({ world, user: caller, body }: Call): JsonObject {
  const userId = textOf(body, 'userId') ?? caller._id;
  if (userId !== caller._id && !world.hasPermission(caller, 'edit-other-user-info')) {
    throw meteorError('error-action-not-allowed', 'Editing user is not allowed');
  }
  const user = world.users.byId(userId);
  if (!user) {
    const reason = 'The optional "userId" param provided does not match any users';
    throw meteorError('error-invalid-user', reason);
  }
  const { data } = body;
  savePreferences(world, user, isObject(data) ? data : {});
  return {
    user: { _id: userId, settings: { preferences: { ...user.preferences, language: user.language } } },
  };
}
