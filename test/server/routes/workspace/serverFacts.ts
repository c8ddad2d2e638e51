import { arch, cpus, platform, type } from 'node:os';
import { forbidden, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { passwordPolicy } from '../../world/passwordPolicy';
import { statistics } from '../../world/statistics';
import type { World } from '../../world/world';
import { listed } from '../lists';
import { closed, optionalText, paging, text } from '../schemas';

/** What the server says of itself. */
export const serverFactRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'statistics',
    auth: 'required',
    query: closed({ refresh: optionalText }),
    handle: (call) => viewed(call),
  },
  {
    verb: 'GET',
    name: 'statistics.list',
    auth: 'required',
    query: closed({ ...paging, fields: optionalText, query: optionalText }),
    handle: listStatistics,
  },
  {
    verb: 'GET',
    name: 'licenses.info',
    auth: 'required',
    query: closed({ loadValues: { type: 'boolean' } }),
    handle: ({ world, user }) => ({
      license: licence(world, world.hasPermission(user, 'view-privileged-setting')),
    }),
  },
  {
    verb: 'GET',
    name: 'licenses.isEnterprise',
    auth: 'required',
    handle: ({ world }) => ({ isEnterprise: world.licences.size > 0 }),
  },
  {
    verb: 'GET',
    name: 'licenses.maxActiveUsers',
    auth: 'required',
    handle: ({ world }) => ({ maxActiveUsers: null, activeUsers: activeUsers(world) }),
  },
  { verb: 'GET', name: 'instances.get', auth: 'required', handle: instances },
  { verb: 'GET', name: 'pw.getPolicy', auth: 'none', handle: ({ world }) => passwordPolicy(world) },
  {
    verb: 'GET',
    name: 'pw.getPolicyReset',
    auth: 'none',
    query: closed({ token: text }, ['token']),
    // Such a token only ever comes by mail, and none is sent from here.
    handle: () => {
      throw forbidden();
    },
  },
];

function viewed({ world, user }: Call): JsonObject {
  if (!world.hasPermission(user, 'view-statistics')) throw plainError('error-not-allowed');
  return statistics(world);
}

/** One record is all that a young workspace has. */
function listStatistics(call: Call): JsonObject {
  const { items, place } = listed([viewed(call)], call.page, {});
  return { statistics: items, ...place };
}

/** The document itself only for those who may see it, and only where there is one. */
function licence({ licences }: World, mayView: boolean): JsonObject {
  const activeModules = [...licences];
  const isValid = activeModules.length > 0;
  const grantedModules = activeModules.map((module) => ({ module }));
  return {
    ...(isValid && mayView && { license: { version: '3.0', grantedModules, limits: {} } }),
    activeModules,
    externalModules: [],
    preventedActions: {},
    limits: {},
    tags: [],
    hasValidLicense: isValid,
    trial: false,
  };
}

function activeUsers(world: World): number {
  return world.users.all().filter(({ active, type }) => active && type === 'user').length;
}

/** No other instance runs beside this one. */
function instances({ world, user }: Call): JsonObject {
  if (!world.hasPermission(user, 'get-server-info')) throw forbidden();
  const { host, hostname, port } = new URL(world.text('Site_Url'));
  return {
    instances: [
      {
        address: host,
        currentStatus: { connected: true, lastHeartbeatTime: 0, local: true },
        instanceRecord: {
          _id: world.text('uniqueID'),
          name: 'rocket.chat',
          pid: process.pid,
          extraInformation: {
            host: hostname,
            port,
            nodeVersion: process.version,
            os: { type: type(), platform: platform(), arch: arch(), cpus: cpus().length },
          },
        },
      },
    ],
  };
}
