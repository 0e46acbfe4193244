import type { RegisterDefinition } from '../../lambdas/domain/registers/definition.ts';
import { equipment } from '../../lambdas/domain/registers/equipment.ts';
import { type Kept, keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterRecord } from '../../lambdas/domain/registers/record.ts';
import { noReadiness, type SiteReadiness, withStanding } from '../../lambdas/domain/registers/site-readiness.ts';
import { value } from './journey-driver.ts';

export const SITE_ID = 'site-1';

/** A vessel that may be used, and what of it is otherwise. */
export const vessel = (more: object = {}): object =>
  withoutUndefined({
    name: 'LN2 vessel 3',
    owner: 'cell-lab',
    status: 'IN_USE',
    kind: 'ln2-vessel',
    qualified: { installation: '2020-01-02', operation: '2020-01-03', performance: '2020-01-05' },
    mapping: { report: 'MAP-3', on: '2020-02-01', next: '2099-02-01' },
    calibration: { certificate: 'CAL-3', on: '2020-02-01', due: '2099-02-01' },
    alarm: { testedOn: '2020-02-01', due: '2099-02-01' },
    ...more,
  });

/** As it is read from a file: what is undefined is not there. */
const withoutUndefined = (value: object): object => JSON.parse(JSON.stringify(value));

const STATED = { site: SITE_ID, by: 'qa', why: 'as in the asset register' };

/** A record as it goes into a register. */
export function kept(
  entry: object,
  {
    id = 'LN2-3',
    at = '2020-03-01T08:00:00.000Z',
    before,
    definition = equipment as RegisterDefinition,
  }: {
    readonly id?: string;
    readonly at?: string;
    readonly before?: RegisterRecord;
    readonly definition?: RegisterDefinition;
  } = {},
): Kept {
  const written = value(keepRecord(definition, { ...STATED, id, entry, at }, before));
  if (written === null) throw new Error('expected a record, got what is known already');
  return written;
}

/** How a site stands by these. */
export const siteOf = (...all: readonly Kept[]): SiteReadiness =>
  all.reduce((site, { record, standing }) => withStanding(site, standing, record.at), noReadiness(SITE_ID));
