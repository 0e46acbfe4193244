import type { Scenario } from '../local/scenario/scenario.ts';
import { apheresis, certificate, decides, receivedBy, release } from './usual-answers.ts';

const why = (explanation: string) => () => ({ explanation });

export const dayZeroTurns: Scenario = {
  name: 'day-zero-turns',
  title:
    'On day 0 the second person does not confirm, then the patient waits a day; the product is made again, collected again, and the patient dies in the first week.',
  protocol: 'yescarta',
  play: (course) => ({
    scripts: [
      decides('Follow the manufacture', 'made', '+12d 10:00', () => ({ makerReference: 'release notice' })),
      decides('Confirm GO for thaw', 'no-go', 'PT6M', why('The thaw device fails its check.'), 1),
      decides('Give GO for thaw', 'defer', 'PT30M', ({ ahead }) => ({ until: ahead('P1D'), explanation: 'Fever.' }), 2),
      decides('Give GO for thaw', 'remake', 'PT2H', why('The cassette was damaged in the vessel.'), 3),
      certificate(course, 2),
      ...receivedBy(course, 2, 2),
      decides('Give GO for thaw', 'recollect', '+3d 10:30!', why('The bag leaks.'), 4),
      apheresis(course, 2),
      release(course, 2),
      certificate(course, 3),
      ...receivedBy(course, 3, 3),
      decides('Monitor the patient', 'died', '+3d 10:00!', ({ date }) => ({ diedOn: date(0), explanation: 'Sepsis.' })),
      {
        step: 'Account for every container',
        answers: [
          {
            decision: 'accounted',
            after: '+4d 10:00',
            evidence: () => ({
              accounts: [1, 2].flatMap((made) =>
                course.containers.map((container) => ({
                  batch: course.ids.batch(made),
                  container,
                  fate: 'destroyed',
                  certificate: 'DC-2027-14',
                  witness: 'cell laboratory',
                })),
              ),
            }),
          },
        ],
      },
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
