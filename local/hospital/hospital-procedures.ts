import { dateOf } from '../../lambdas/domain/calendar/local-time.ts';
import { readCsv } from '../../lambdas/domain/csv.ts';
import { documents } from '../../lambdas/domain/registers/documents.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { embeddedConfig } from '../../lib/embedded-config.ts';
import { HOSPITAL_SITE, hospitalFile } from './hospital-files.ts';

/** The configured procedures of the demo hospital: of each step or phase the document that is effective. */
export function hospitalProcedures(now: Instant) {
  const file = `${HOSPITAL_SITE}/documents.csv`;
  const csv = readCsv(hospitalFile(file, dateOf(now, 'UTC')));
  if (!csv.ok) throw new Error(`${file}: ${csv.problem}`);
  const inForce = csv.rows
    .map(({ values }) => documents.entry().parse(documents.fromRow(values)))
    .filter(({ type, status }) => type === 'procedure' && status === 'effective');
  const of = Object.fromEntries(
    inForce.flatMap(({ document: id, version, serves }) => serves.map((step) => [step, { id, version }])),
  );
  return [{ site: HOSPITAL_SITE, of }];
}

/** The example sites, where the demo hospital asks who is on site on the day of treatment: it has a rota of shifts. */
export const hospitalSites = () =>
  embeddedConfig().sites.map((site) =>
    site.id === HOSPITAL_SITE ? { ...site, policy: { ...site.policy, shiftCover: {} } } : site,
  );
