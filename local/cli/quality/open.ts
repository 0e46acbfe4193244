import { defineCommand } from 'citty';
import { dynamoJourneyStore } from '../../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoRegisters } from '../../../lambdas/adapters/dynamo-registers.ts';
import { DEVIATION_CLASSES } from '../../../lambdas/domain/deviations/deviation-class.ts';
import { type CaseOpening, openChangeCase, openDeviationCase } from '../../quality/open-case.ts';
import { print } from '../print.ts';
import { journeysTable, REGISTER_OPTIONS } from '../register/kept-registers.ts';
import { randomBytes, registerOf } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { doneOr, STATED_OPTIONS } from '../staff/stated.ts';
import { thisRelease } from '../this-release.ts';
import { Trouble } from '../trouble.ts';

/** Asks people to sign a change, or to handle a deviation that belongs to no patient. */
export const openCase = defineCommand({
  meta: { name: 'open', description: 'Opens a case, whose steps are then asked of people by mail' },
  args: {
    change: { type: 'string', description: 'id of a change that stands as proposed in the register change-controls' },
    deviation: { type: 'string', description: 'what a deviation is called that belongs to no patient' },
    class: { type: 'string', default: 'major', description: `of the deviation: ${DEVIATION_CLASSES.join(', ')}` },
    detail: { type: 'string', description: 'what was found; no names, no birth dates' },
    by: STATED_OPTIONS.by,
    ...REGISTER_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { change, deviation, detail } = args;
    const access = { ...(await journeysTable(args)), randomBytes };
    const { staff, now } = await registerOf(args);
    const { id, zone, policy } = siteNamed(args.site, args);
    const opening: CaseOpening = {
      ...{ store: dynamoJourneyStore(access), registers: dynamoRegisters(access), staff, randomBytes },
      ...{ site: { id, zone, policy }, by: args.by, at: now(), release: thisRelease() },
    };
    if (change !== undefined) {
      print(`${change} is handled in ${doneOr(await openChangeCase(opening, change))}.`);
      return;
    }
    const deviationClass = DEVIATION_CLASSES.find((one) => one === args.class);
    if (deviation === undefined || detail === undefined || deviationClass === undefined) {
      throw new Trouble(
        'got neither a change nor a deviation, expected --change ID, or --deviation TITLE --detail TEXT with --class',
      );
    }
    const found = doneOr(await openDeviationCase(opening, { title: deviation, deviationClass, detail }));
    print(`${deviation} is handled in ${found}.`);
  },
});
