import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreements } from '../../../lambdas/domain/registers/agreements.ts';
import type { RegisterDefinition } from '../../../lambdas/domain/registers/definition.ts';
import { documents } from '../../../lambdas/domain/registers/documents.ts';
import { productReadinessRegister } from '../../../lambdas/domain/registers/product-readiness.ts';
import { riskAssessments } from '../../../lambdas/domain/registers/risk-assessments.ts';
import { aDocument, aHazard, anAgreement, aReadiness, aRiskAssessment } from '../../support/register-entries.ts';

const word = fc.stringMatching(/^[A-Za-zäß"“,;'/()0-9.+-]{1,8}$/u);
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const person = fc.constantFrom('ann', 'ben', 'qa', 'chris.lead');
const day = fc.integer({ min: 0, max: 999 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const rating = fc.integer({ min: 1, max: 10 });

const hazards = fc.array(
  fc
    .record({
      failureMode: line,
      controls: maybe(line),
      severity: rating,
      detection: rating,
      action: maybe(line),
      actionOwner: maybe(person),
      beforeUse: maybe(fc.boolean()),
      doneOn: maybe(day),
      residualOccurrence: maybe(rating),
      acceptedBy: maybe(person),
    })
    .map(aHazard),
  { maxLength: 3 },
);

const serves = fc.subarray(['Receipt', 'Accept receipt', 'kymriah/2']);

const cases: readonly [RegisterDefinition, fc.Arbitrary<object>][] = [
  [
    documents,
    fc
      .record({
        title: line,
        approver: maybe(person),
        reviewedOn: maybe(day),
        changeControl: maybe(fc.constantFrom('CC-7', 'CC/8')),
        serves,
      })
      .map(aDocument),
  ],
  [
    riskAssessments,
    fc
      .record({ title: line, team: fc.array(person), threshold: rating, hazards, reviewDue: maybe(day) })
      .map(aRiskAssessment),
  ],
  [
    agreements,
    fc
      .record({
        title: line,
        parties: fc.array(line, { minLength: 2, maxLength: 3 }),
        responsibilities: fc.array(fc.record({ what: line, party: line }), { maxLength: 3 }),
        signatures: fc.array(fc.record({ party: line, who: line, on: day }), { maxLength: 3 }),
        tellsWithin: maybe(fc.constantFrom('PT4H', 'P1D')),
      })
      .map(anAgreement),
  ],
  [
    productReadinessRegister,
    fc
      .record({
        manufacturer: line,
        geneticallyModified: fc.boolean(),
        gmoApproval: maybe(line),
        licences: fc.array(fc.record({ what: line, number: line, until: day }), { maxLength: 3 }),
        headcount: fc.array(fc.record({ task: fc.constantFrom('thaw' as const, 'receipt' as const), people: rating })),
        equipment: fc.array(fc.constantFrom('LN2-3', 'WB/1')),
      })
      .map(aReadiness),
  ],
];

const withoutBlank = (entry: object): unknown => JSON.parse(JSON.stringify(entry));

describe.each(cases.map(([definition, entries]) => ({ register: definition.register, definition, entries })))(
  'the CSV of $register',
  ({ definition, entries }) => {
    it('brings every entry back as it was, in its own columns', () => {
      fc.assert(
        fc.property(entries, (entry) => {
          const row = definition.toRow(entry);
          expect(Object.keys(row)).toEqual(definition.columns);
          expect(definition.entry().parse(definition.fromRow(row))).toEqual(withoutBlank(entry));
        }),
        { numRuns: 60 },
      );
    });

    it('brings any cells without a fault, and what does not belong there is refused by its field', () => {
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...definition.columns), fc.string()), (row) => {
          expect(definition.entry().safeParse(definition.fromRow(row)).success).toBe(false);
        }),
        { numRuns: 60 },
      );
    });
  },
);

it('a column too many in a table is refused by its place', () => {
  const row = { ...agreements.toRow(anAgreement()), responsibilities: 'Tells of a recall | The maker | at once' };
  const parsed = agreements.entry().safeParse(agreements.fromRow(row));
  expect(parsed.error?.message).toContain('column 3');
});
