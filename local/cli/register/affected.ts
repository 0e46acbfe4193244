import { defineCommand } from 'citty';
import { dynamoJourneyStore } from '../../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoReadiness } from '../../../lambdas/adapters/dynamo-readiness.ts';
import { changeControl } from '../../../lambdas/domain/registers/change-control.ts';
import { journeysAffected } from '../../registers/journeys-affected.ts';
import { print } from '../print.ts';
import { randomBytes } from '../staff/register.ts';
import { Trouble } from '../trouble.ts';
import { journeysTable, REGISTER_OPTIONS } from './kept-registers.ts';

export const affectedByChange = defineCommand({
  meta: { name: 'affected', description: 'Journeys in flight that go on with another version than a change makes' },
  args: { id: { type: 'positional', required: true, description: 'id of the change' }, ...REGISTER_OPTIONS },
  run: async ({ args }) => {
    const access = await journeysTable(args);
    const [newest] = (await dynamoReadiness(access).of(args.site, 'change-controls', args.id)).toReversed();
    if (newest === undefined) throw new Trouble(`${args.id}: got no such change, expected one of ${args.site}`);
    const change = changeControl().parse(newest.entry);
    const store = dynamoJourneyStore({ ...access, randomBytes });
    const found = await journeysAffected(store, args.site, change);
    for (const { journeyId, concerns } of found) {
      for (const one of concerns) {
        const where = one.what === 'protocol' ? `pinned version ${one.pinned}` : `${one.step} shows ${one.shown}`;
        print(`${journeyId}  ${one.what} ${one.id}: ${where}, the change makes ${one.changedTo}`);
      }
    }
    const others = change.changes.filter(({ kind }) => kind === 'equipment' || kind === 'release');
    print(`${args.id} (${change.status}): ${found.length} journeys in flight.`);
    for (const { kind, id = '', version = '' } of others) {
      print(`No journey names a version of ${[kind, id, version].join(' ').trim()}: look at the worklist yourself.`);
    }
  },
});
