import { expect, test } from 'vitest';
import { curricula } from '../../lambdas/domain/competence/curricula.ts';
import { STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { noReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import { tellCurricula } from '../../lambdas/effects/curricula.ts';
import { SITE } from '../support/builders.ts';
import { toldOnce } from '../support/told-once.ts';

const person = (id: string, active = true): StaffMember => ({
  ...{ id, name: id, mail: `${id}@hospital.example`, roles: ['nurse'], site: SITE.id, language: 'en', active },
});

test('everybody is told what they are to be trained in, with who sees to it, and once however often it is looked for', async () => {
  const { told, messages } = toldOnce();
  const deps = {
    messages,
    registers: { readiness: async (site: string) => noReadiness(site) },
    rosters: {
      curricula: async (site: string) =>
        site === SITE.id
          ? curricula.parse([
              { role: 'nurse', tasks: [{ task: 'bedside-check' }] },
              { unit: 'Intensive care', people: ['nia'], lead: 'ines', tasks: [{ task: 'crs-icans-care' }] },
            ])
          : undefined,
    },
    sites: [SITE, { ...SITE, id: 'elsewhere' }].map((site) => ({
      ...{ ...site, language: 'en' as const, policy: STRICTEST_POLICY },
    })),
    staffOf: async () => [person('nia'), person('nat'), person('gone', false)],
  };
  for (const now of ['2026-06-01T06:00:00.000Z', '2026-06-02T06:00:00.000Z']) {
    expect(await tellCurricula({ ...deps, now: () => now })).toBe(3);
  }
  expect([...told.values()]).toMatchObject([
    {
      about: 'curriculum',
      person: 'nia',
      to: ['programme-lead'],
      by: '2026-07-01',
      items: [{ task: 'bedside-check' }],
    },
    { about: 'curriculum', person: 'nia', lead: 'ines', to: [], items: [{ task: 'crs-icans-care' }] },
    { about: 'curriculum', person: 'nat', to: ['programme-lead'] },
  ]);
});
