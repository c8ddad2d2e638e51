import type { Route } from '../../route';
import { contentRoutes } from './contents';
import { creationRoutes } from './creation';
import { editRoutes } from './edits';
import type { Family } from './family';
import { keepingRoutes } from './keeping';
import { memberRoutes } from './members';
import { peopleRoutes } from './people';

/** The calls that both families have, each in its own words. */
export function sharedRoutes(family: Family): readonly Route[] {
  return [
    ...creationRoutes(family),
    ...keepingRoutes(family),
    ...peopleRoutes(family),
    ...memberRoutes(family),
    ...editRoutes(family),
    ...contentRoutes(family),
  ];
}
