import { groupManagement } from './groups/groupManagement';
import { groupPeople } from './groups/groupPeople';
import { groupReading } from './groups/groupReading';
import { ownGroups } from './groups/ownGroups';

/** Private groups. */
export const groups = { ...groupReading, ...ownGroups, ...groupPeople, ...groupManagement } as const;
