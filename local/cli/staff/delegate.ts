import { defineCommand } from 'citty';
import { parseJourneyId } from '../../../lambdas/domain/identifiers/journey-id.ts';
import type { DelegationScope } from '../../../lambdas/domain/staff/delegation.ts';
import { endDelegation, makeDelegation } from '../../../lambdas/domain/staff/make-delegation.ts';
import { ROLES, STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { print, printJson } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { instantOption } from './instant-option.ts';
import { provenFor } from './proven-keeper.ts';
import { newRecordId, PIN_KEY_OPTION, registerOf, TABLE_OPTIONS } from './register.ts';
import { CONFIG_OPTION, siteNamed } from './site-policies.ts';

export const delegate = defineCommand({
  meta: { name: 'delegate', description: 'Hands steps of a role over to a colleague for a time' },
  args: {
    of: { type: 'positional', required: true, description: 'user id of whose steps they are' },
    to: { type: 'positional', required: true, description: 'user id of who signs in their place' },
    role: { type: 'string', required: true, description: 'the role, which they hold themselves' },
    from: { type: 'string', description: 'instant with offset, e.g. 2027-03-01T08:00:00+01:00; without it, now' },
    until: { type: 'string', required: true, description: 'instant with offset' },
    journey: { type: 'string', description: 'only this journey' },
    steps: { type: 'string', description: 'only these steps, with semicolons between them' },
    why: { type: 'string', required: true, description: 'reason' },
    by: {
      type: 'string',
      required: true,
      description: 'user id of who hands over, or of who keeps the register; their PIN in ATMP_PIN',
    },
    ...TABLE_OPTIONS,
    ...PIN_KEY_OPTION,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const register = await registerOf(args);
    const { staff, calendars, now } = register;
    const role = ROLES.find((one) => one === args.role);
    if (role === undefined) throw new Trouble(`--role: got ${args.role}, expected one of ${ROLES.join(', ')}`);
    const delegator = await staff.find(args.of);
    if (delegator === undefined) throw new Trouble(`${args.of}: expected a member of staff, got nobody`);
    const made = makeDelegation(
      {
        role,
        scope: scopeOf(args),
        from: args.from === undefined ? now() : instantOption('--from', args.from),
        until: instantOption('--until', args.until),
        reason: args.why,
      },
      {
        id: newRecordId(),
        delegator,
        deputy: await staff.find(args.to),
        policy: siteNamed(delegator.site, args).policy,
        madeBy: await provenFor(register, { id: delegator.id, concerned: [delegator.id] }, args.by),
        now: now(),
      },
    );
    if (!made.ok) throw new Trouble(made.refusal.message);
    await calendars.keepDelegation(made.value, now());
    print(`${made.value.id}: ${args.to} signs for ${args.of} as ${role} until ${made.value.until}`);
  },
});

function scopeOf({
  journey,
  steps,
}: {
  readonly journey?: string | undefined;
  readonly steps?: string | undefined;
}): DelegationScope {
  if (journey !== undefined && steps !== undefined) throw new Trouble('--journey, --steps: got both, expected one');
  if (journey !== undefined) {
    const journeyId = parseJourneyId(journey);
    if (!journeyId.ok) throw new Trouble(`--journey: ${journeyId.refusal.message}`);
    return { kind: 'journey', journeyId: journeyId.value };
  }
  if (steps === undefined) return { kind: 'all' };
  const named = steps.split(';').map((one) => one.trim());
  return {
    kind: 'steps',
    steps: named.map((name) => {
      const step = STEPS.find((one) => one === name);
      if (step === undefined) throw new Trouble(`--steps: got ${name}, expected steps such as Confirm eligibility`);
      return step;
    }),
  };
}

export const undelegate = defineCommand({
  meta: { name: 'undelegate', description: 'Ends at once what was handed over' },
  args: {
    of: { type: 'positional', required: true, description: 'user id of either of the two' },
    id: { type: 'positional', required: true, description: 'from: atmp staff delegations ID' },
    by: {
      type: 'string',
      required: true,
      description: 'user id of either of the two, or of who keeps the register; their PIN in ATMP_PIN',
    },
    ...TABLE_OPTIONS,
    ...PIN_KEY_OPTION,
  },
  run: async ({ args }) => {
    const register = await registerOf(args);
    const { staff, calendars, now } = register;
    const made = (await staff.find(args.of))?.calendar?.delegations.find(({ id }) => id === args.id);
    const concerned = made === undefined ? [] : [made.by, made.to];
    const by = await provenFor(register, { id: args.of, concerned }, args.by);
    const ended = endDelegation(made, { by, now: now(), isRegistrar: true });
    if (!ended.ok) throw new Trouble(ended.refusal.message);
    await calendars.keepDelegation(ended.value, now());
    print('Ended.');
  },
});

export const delegations = defineCommand({
  meta: {
    name: 'delegations',
    description: 'What somebody handed over, what was handed over to them, and when they are away',
  },
  args: { id: { type: 'positional', required: true, description: 'user id' }, ...TABLE_OPTIONS },
  run: async ({ args }) => {
    const { staff } = await registerOf(args);
    const member = await staff.find(args.id);
    if (member === undefined) throw new Trouble(`${args.id}: expected a member of staff, got nobody`);
    printJson(member.calendar ?? { delegations: [], absences: [] });
  },
});
