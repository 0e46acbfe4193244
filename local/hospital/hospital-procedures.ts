import { readCsv } from '../../lambdas/domain/csv.ts';
import { documents } from '../../lambdas/domain/registers/documents.ts';
import { HOSPITAL_SITE, hospitalFile, hospitalSettings } from './hospital-files.ts';

/** The configured procedures of the demo hospital: of each step or phase the document that is effective. */
export function hospitalProcedures() {
  const file = `${HOSPITAL_SITE}/documents.csv`;
  const csv = readCsv(hospitalFile(file, hospitalSettings().asOf));
  if (!csv.ok) throw new Error(`${file}: ${csv.problem}`);
  const inForce = csv.rows
    .map(({ values }) => documents.entry().parse(documents.fromRow(values)))
    .filter(({ type, status }) => type === 'procedure' && status === 'effective');
  const of = Object.fromEntries(
    inForce.flatMap(({ document: id, version, serves }) => serves.map((step) => [step, { id, version }])),
  );
  return [{ site: HOSPITAL_SITE, of }];
}
