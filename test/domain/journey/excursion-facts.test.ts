import { expect, test } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { mailFacts } from '../../../lambdas/domain/journey/facts-of-mail.ts';
import { valuesOf } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const STEP = 'Record the disposition';

function arrivedWarm(): Walk {
  const walk = new Walk();
  walk.to('Follow the delivery');
  for (const [item, more] of [
    ['handed-over', {}],
    ['arrived', { lowestTemperature: -190, highestTemperature: -20 }],
  ] as const) {
    const evidence = { ...valuesOf(item, walk.journey), ...more };
    value(walk.journey.record(walk.journey.step('Follow the delivery'), item, { evidence }));
    walk.machines.deliver();
  }
  return walk;
}

const facts = ({ journey }: Walk) =>
  Object.fromEntries(
    factsOf(journey.state, journey.step(STEP), journey.protocol).map(({ label, value: shown }) => [label, shown]),
  );
const mailed = ({ journey }: Walk) =>
  Object.fromEntries(
    mailFacts(journey.state, journey.step(STEP), journey.protocol, 'asked').map(({ label, value: shown }) => [
      label,
      shown,
    ]),
  );

test('the disposition names the leg, the containers, the readings and what was asked for, on its page and in its mail', () => {
  const walk = arrivedWarm();
  const named = {
    excursionLeg: 'inbound',
    excursionFound: 'custody-temperature',
    excursionContainers: 'bag-1-1, bag-1-2',
    excursionReadings: '-190 °C, -20 °C',
    excursionRange: '≤ -120 °C',
    excursionLogger: String(walk.journey.step('Follow the delivery').checklist['handed-over']?.values.logger),
  };
  expect(facts(walk)).toMatchObject(named);
  expect(mailed(walk)).toMatchObject(named);
});

test('one that was reported names its leg and containers; the words of the report stand on the page alone', () => {
  const walk = new Walk();
  walk.to('Accept receipt');
  report(walk, 'excursion', { leg: 'storage', loggerFile: 'vessel 2', explanation: 'Alarm of the vessel.' });
  const named = { excursionLeg: 'storage', excursionContainers: 'bag-1-1, bag-1-2', excursionLoggerFile: 'vessel 2' };
  expect(facts(walk)).toMatchObject({ ...named, excursionReported: 'Alarm of the vessel.' });
  expect(mailed(walk)).toMatchObject(named);
  expect(JSON.stringify(mailed(walk))).not.toContain('Alarm');
});
