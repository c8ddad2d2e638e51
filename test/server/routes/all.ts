import { methodsOf } from '../methods/all';
import type { JsonObject, Route } from '../route';
import type { Settings } from '../settings';
import { avatarChangeRoutes } from './avatarChanges';
import { commandRoutes } from './commands';
import { conversationRoutes } from './conversations';
import { customEmojiRoutes } from './customEmoji';
import type { LoginGuard } from './loginGuard';
import { methodCallRoutes } from './methodCall';
import { permissionRoutes } from './permissions';
import { registerRoute } from './register';
import type { SecondFactor } from './secondFactor';
import { serverFactRoutes } from './serverFacts';
import { sessionRoutes } from './session';
import { settingsRoutes } from './settings';
import { userRoutes } from './users';

export interface RouteParts {
  readonly settings: Settings;
  readonly guard: LoginGuard;
  readonly secondFactor: SecondFactor;
  readonly oauthServices: readonly JsonObject[];
}

/** Every REST method under `/api/v1`. */
export function allRoutes({ settings, guard, secondFactor, oauthServices }: RouteParts): readonly Route[] {
  const settingsUnder = (start: string) => settings.under(start);
  const session = { secondFactor, guard, settingsUnder };
  return [
    ...sessionRoutes(session),
    ...methodCallRoutes(methodsOf(session)),
    ...userRoutes({ secondFactor, settingsUnder }),
    registerRoute,
    ...settingsRoutes({ settings, oauthServices }),
    ...avatarChangeRoutes,
    ...customEmojiRoutes,
    ...permissionRoutes,
    ...commandRoutes,
    ...serverFactRoutes,
    ...conversationRoutes,
  ];
}
