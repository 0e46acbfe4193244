import { expect, test } from 'vitest';
import { curricula } from '../../lambdas/domain/competence/curricula.ts';
import type { Effect } from '../../lambdas/domain/journey/effects.ts';
import { STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import type { Alongside, StaffMember } from '../../lambdas/domain/ports.ts';
import { noReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import { tellCurricula } from '../../lambdas/effects/curricula.ts';
import { SITE } from '../support/builders.ts';

const person = (id: string, active = true): StaffMember => ({
  ...{ id, name: id, mail: `${id}@hospital.example`, roles: ['nurse'], site: SITE.id, language: 'en', active },
});

test('everybody is told what they are to be trained in, with who sees to it, and once however often it is looked for', async () => {
  const kept = new Map<string, readonly Effect[]>();
  let asked: readonly [string, readonly Effect[]] | undefined;
  const deps = {
    messages: {
      keepMails: (id: string, _since: string, mails: readonly Effect[]): readonly Alongside[] => {
        asked = [id, mails];
        return [];
      },
      write: async () => {
        if (asked === undefined || kept.has(asked[0])) return 'conflict' as const;
        kept.set(...asked);
        return 'done' as const;
      },
    },
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
  const told = [...kept.values()].flat().flatMap((effect) => (effect.kind === 'mail' ? [effect.notice] : []));
  expect(told).toMatchObject([
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
