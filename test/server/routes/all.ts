import { methodsOf } from '../methods/all';
import type { Environment } from '../environment';
import type { JsonObject, Route } from '../route';
import type { Settings } from '../settings';
import { avatarChangeRoutes } from './users/avatarChanges';
import { commandRoutes } from './workspace/commands';
import { conversationRoutes } from './conversations';
import { customEmojiRoutes } from './files/customEmoji';
import type { LoginGuard } from '../world/loginGuard';
import { methodCallRoutes } from './workspace/methodCall';
import { permissionRoutes } from './workspace/permissions';
import { registerRoute } from './users/register';
import type { SecondFactor } from '../world/secondFactor';
import { serverFactRoutes } from './workspace/serverFacts';
import { sessionRoutes } from './users/session';
import { settingsRoutes } from './workspace/settings';
import { userRoutes } from './users/users';

export interface RouteParts {
  readonly settings: Settings;
  readonly guard: LoginGuard;
  readonly secondFactor: SecondFactor;
  readonly environment: Environment;
  readonly oauthServices: readonly JsonObject[];
}

/** Every REST method under `/api/v1`. */
export function allRoutes(parts: RouteParts): readonly Route[] {
  const { settings, guard, secondFactor, oauthServices } = parts;
  const { tokenSecret } = parts.environment;
  const settingsUnder = (start: string) => settings.under(start);
  const session = { secondFactor, guard, settingsUnder };
  return [
    ...sessionRoutes(session),
    ...methodCallRoutes(methodsOf(session)),
    ...userRoutes({ secondFactor, settingsUnder, tokenSecret }),
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
