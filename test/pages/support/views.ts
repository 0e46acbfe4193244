import * as z from 'zod';
import { reports } from '../../../lambdas/domain/reports/index.ts';
import { formSchemas } from '../../../lambdas/domain/sign-off/evidence-schemas.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { recordOf, reportOf } from '../../../lambdas/domain/steps/meanings.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import type { LinkView } from '../../../lambdas/pages/link-page.ts';
import type { StepNotice } from '../../../lambdas/pages/mail-views.ts';
import type { ChecklistLine, JsonSchema, ReportLine, StepView } from '../../../lambdas/pages/views.ts';

export const ZONE = 'Europe/Berlin';

export const schemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' });

const CONTAINERS = ['BAG-1', 'BAG-2'];

const formOf = (step: StepName, key: string): JsonSchema =>
  (formSchemas(step) as Readonly<Record<string, JsonSchema>>)[key] ?? {};

/** A checklist of which nothing is recorded, for two containers where it is about containers. */
export const linesOf = (step: StepName, containers: readonly string[] = CONTAINERS): readonly ChecklistLine[] => {
  const items = steps[step].checklist?.items ?? [];
  const line = ({ item, per, roles, secondTo }: (typeof items)[number]) => ({
    item,
    line: item,
    schema: formOf(step, recordOf(item)),
    records: [],
    ...(per === 'many' ? { many: true } : {}),
    ...(roles === undefined ? {} : { roles }),
    ...(secondTo === undefined ? {} : { secondTo: { item: secondTo } }),
  });
  return [
    ...items.filter(({ per }) => per !== 'container').map(line),
    ...containers.flatMap((container, place) =>
      items
        .filter(({ per }) => per === 'container')
        .map((item) => ({ ...line(item), line: `${item.item}-${place + 1}`, container })),
    ),
  ];
};

const otherLines = (step: StepName): readonly ChecklistLine[] =>
  linesOf(step, ['other']).flatMap(({ container, ...line }) =>
    container === undefined ? [] : [{ ...line, line: `${line.item}-other` }],
  );

const reportLines: readonly ReportLine[] = Object.values(reports).map(({ report, roles, gatesOffered }) => ({
  ...(gatesOffered === undefined ? {} : { isWayPast: false }),
  report,
  roles,
  schema: formOf('Discharge', reportOf(report)),
  made: [],
}));

/** The view of a step as the sign-off handler makes it from the step's definition. */
export function viewOf(step: StepName, changes: Partial<StepView> = {}): StepView {
  const definition = steps[step];
  const schemas = formSchemas(step) as Readonly<Record<string, JsonSchema>>;
  const decisions = Object.keys(definition.decisions);
  return {
    journeyId: '7K2MPX4QN',
    step,
    phase: definition.phase,
    round: 1,
    role: definition.role,
    status: 'open',
    facts: [
      { label: 'product', value: 'Kymriah' },
      { label: 'site', value: 'demo' },
      { label: 'chainOfIdentity', value: 'A9999 isbt128 CHA99992600O0I1' },
      { label: 'productExpiry', value: '2027-08-30T22:00:00.000Z' },
    ],
    decisions,
    evidenceSchema: Object.fromEntries(decisions.map((decision) => [decision, schemas[decision] ?? {}])),
    ...(definition.checklist === undefined ? {} : { checklist: linesOf(step), otherContainer: otherLines(step) }),
    reports: reportLines,
    takesReports: ['open', 'held', undefined].includes(changes.status),
    dueAt: '2026-12-01T07:10:00.000Z',
    zone: ZONE,
    contentHash: 'c'.repeat(64),
    nonce: 'nonce-1',
    expiresAt: '2026-12-15T07:10:00.000Z',
    action: '/sign-offs/abc',
    ...changes,
  };
}

/** What a link shows of the same step to whoever it does not ask. */
export const linkViewOf = (changes: Partial<LinkView> = {}): LinkView => ({
  journeyId: '7K2MPX4QN',
  step: 'Give GO for thaw',
  role: 'physician',
  site: 'University hospital',
  dueAt: '2026-12-01T07:10:00.000Z',
  zone: ZONE,
  path: '/sign-offs/abc',
  ...changes,
});

export const everyStep = STEPS;

export const noticeOf = (changes: Partial<StepNotice> = {}): StepNotice => ({
  notice: 'step',
  journeyId: '7K2MPX4QN',
  step: 'Give GO for thaw',
  phase: 'Treatment',
  round: 1,
  rung: 'asked',
  class: 'due',
  role: 'physician',
  signer: 'physician',
  dueAt: '2026-12-01T07:10:00.000Z',
  zone: ZONE,
  link: 'https://atmp.example.org/sign-offs/token',
  ...changes,
});

/** A referral page of one site, product and issuer. */
export const REFERRAL = {
  nonce: 'n',
  action: '/referrals',
  sites: [{ id: 'university-hospital', name: 'University hospital', zone: 'Europe/Berlin' }],
  protocols: [{ id: 'example', name: 'Example product' }],
  issuers: [{ id: 'urn:oid:1', name: 'Hospital record' }],
};
