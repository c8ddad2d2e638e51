import { cpus, freemem, release, totalmem } from 'node:os';
import type { JsonObject } from '../../route';
import type { User } from '../../world/documents';
import type { World } from '../../world/world';

/** `GET /api/info`, outside v1: the patch version is for those who may view statistics. */
export function serverInfo(world: World, user: User | undefined): JsonObject {
  const { version } = world;
  const minimumClientVersions = { desktop: '3.9.6', mobile: '4.39.0' };
  if (!user || !world.hasPermission(user, 'view-statistics')) {
    return { version: version.split('.').slice(0, 2).join('.'), success: true, minimumClientVersions };
  }
  return { version, info: buildInfo(version), success: true, minimumClientVersions };
}

/** Of a build that nobody made: this server's own platform, and no commit of anybody's. */
function buildInfo(version: string): JsonObject {
  const date = '2026-01-01T00:00:00.000Z';
  const nobody = '0'.repeat(40);
  return {
    version,
    build: {
      date,
      nodeVersion: process.version,
      arch: process.arch,
      platform: process.platform,
      osRelease: release(),
      totalMemory: totalmem(),
      freeMemory: freemem(),
      cpus: cpus().length,
    },
    marketplaceApiVersion: '1.61.0',
    commit: { hash: nobody, date, author: '', subject: version, tag: version, branch: 'HEAD' },
  };
}
