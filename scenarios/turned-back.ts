import type { Scenario } from '../local/scenario/scenario.ts';
import { apheresis, certificate, decides, receivedBy, release } from './usual-answers.ts';
import { certificateEvidence } from './usual-evidence.ts';

const why = (explanation: string) => () => ({ explanation });

export const turnedBack: Scenario = {
  name: 'turned-back',
  title:
    'A shipment is lost, a prescription written anew, a batch found unusable at the GO, a late test fails: collected and made again until the course is stopped.',
  protocol: 'yescarta',
  play: (course) => ({
    scripts: [
      decides('Follow the manufacture', 'made', '+12d 10:00', () => ({ makerReference: 'release notice' })),
      decides('Follow the delivery', 'recollect', '+2d 15:00', why('The shipment was lost at the airport.'), 1),
      apheresis(course, 2),
      release(course, 2),
      {
        step: 'Check certificate',
        round: 2,
        answers: [
          {
            decision: 'certified',
            after: '+1d 10:30',
            evidence: (moment) => ({
              ...certificateEvidence(course, 2)(moment),
              pendingTests: [{ test: 'mycoplasma', dueOn: moment.date(9) }],
            }),
          },
        ],
      },
      ...receivedBy(course, 2, 2),
      decides('Record the pending tests', 'failed', '+8d 10:00', ({ date }) => ({
        makerReference: 'late result 3',
        resultedOn: date(0),
        explanation: 'Mycoplasma found.',
      })),
      decides('Verify the prescription', 'represcribe', '+0d 14:00', why('Weight of last month.'), 1),
      decides('Give GO for conditioning', 'remake', '+4d 16:00', why('A late test failed.'), 2),
      certificate(course, 3),
      ...receivedBy(course, 3, 3),
      decides(
        'Give GO for conditioning',
        'recollect',
        '+2d 09:00',
        why('The batch is needed for a repeat of the tests.'),
        3,
      ),
      // Eligibility was judged months ago: it is confirmed once more before anything is collected again.
      decides('Confirm readiness', 'reorder', '+1d 15:00', why('Eligibility has lapsed.'), 3),
      apheresis(course, 4),
      release(course, 4),
      certificate(course, 4),
      decides('Agree the delivery', 'stopped', '+0d 15:00', why('Progression; the board stops.'), 4),
      {
        step: 'Account for every container',
        answers: [
          {
            decision: 'accounted',
            after: '+4d 10:00',
            evidence: () => ({
              accounts: [1, 2, 3, 4].flatMap((made) =>
                course.containers.map((container) => ({
                  batch: course.ids.batch(made),
                  container,
                  fate: made === 1 ? 'lost' : made === 4 ? 'not-delivered' : 'destroyed',
                  certificate: 'DC-2027-13',
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
