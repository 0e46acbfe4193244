import type { Model } from './model.ts';
import { readApis } from './read-apis.ts';
import { readBuses, readRules, readScheduleGroups, readSchedules } from './read-events.ts';
import { readFunctions, readPermissions } from './read-functions.ts';
import { readMachines } from './read-machines.ts';
import { readRoles } from './read-roles.ts';
import { readBounceReports, readBuckets, readMacKeys, readMailIdentities, readSecrets } from './read-stores.ts';
import { readStreamMappings } from './read-streams.ts';
import { readTables } from './read-tables.ts';
import { Resolver } from './resolver.ts';
import { TemplateError } from './template-error.ts';
import { DEFAULT_PLACE, type Place, type StackTemplate, TemplateSet } from './template-set.ts';

/**
 * Reads everything the embedded stack runs out of synthesised templates.
 *
 * @throws TemplateError naming stack, resource and property of the first thing that is not understood.
 */
export function readModel(stacks: readonly StackTemplate[], place: Place = DEFAULT_PLACE): Model {
  const resolver = new Resolver(new TemplateSet(stacks, place));
  const functions = readFunctions(resolver);
  const twice = functions.find((one, at) => functions.findIndex((other) => other.logicalId === one.logicalId) !== at);
  if (twice !== undefined) {
    throw new TemplateError(
      `Two functions have the logical id ${twice.logicalId}; expected one, it is the access key they sign with`,
    );
  }
  return {
    ...place,
    functions,
    tables: readTables(resolver),
    machines: readMachines(resolver),
    streamMappings: readStreamMappings(resolver),
    schedules: readSchedules(resolver),
    scheduleGroups: readScheduleGroups(resolver),
    buses: readBuses(resolver),
    rules: readRules(resolver),
    apis: readApis(resolver),
    roles: readRoles(resolver),
    permissions: readPermissions(resolver),
    secrets: readSecrets(resolver),
    macKeys: readMacKeys(resolver),
    buckets: readBuckets(resolver),
    mailIdentities: readMailIdentities(resolver),
    bounceReports: readBounceReports(resolver),
  };
}
