import { expect, test } from 'vitest';
import { deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import { type CommandName, commandArguments, commandSchema } from '../../../lambdas/domain/commands/command.ts';
import { runCommand } from '../../../lambdas/domain/commands/run-command.ts';
import { apply } from '../../../lambdas/domain/journey/apply.ts';
import { stepKey } from '../../../lambdas/domain/journey/state.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { atBedside } from '../../support/bedside.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const REF = { phase: 'Collection', round: 1, step: 'Record apheresis' } as const;
const COMMANDS = Object.keys(commandArguments()) as CommandName[];

function atApheresis() {
  const walk = new Walk();
  walk.to('Record apheresis');
  const { journey } = walk;
  const { seq, recordedAt = '' } = journey.step('Confirm consent').decision ?? {};
  const occurredAt = { at: plus(recordedAt, '-PT1M', 'UTC'), zone: 'Europe/Berlin', known: 'stated' };
  const args: Readonly<Partial<Record<CommandName, Record<string, unknown>>>> = {
    extend: { ...REF, dueAt: plus(journey.now, 'P30D', 'UTC') },
    reassign: { ...REF, to: 'apheresis-b' },
    reissue: REF,
    resend: REF,
    correct: { seq, occurredAt },
  };
  return { walk, journey, args };
}

test.each([
  ['hold', 'journey.held'],
  ['cancel', 'journey.cancelled'],
  ['resume-execution', 'run.started'],
  ['extend', 'step.extended'],
  ['reassign', 'step.reassigned'],
  ['reissue', 'link.reissued'],
  ['resend', 'mail.resent'],
  ['correct', 'time.corrected'],
] as const)('%s writes %s with its reason, by the operator', (command, type) => {
  const { journey, args } = atApheresis();
  const { length } = journey.events;
  expect(journey.command(command, args[command])).toEqual({ ok: true, value: journey.state.seq });
  const event = journey.events[length];
  expect(event).toMatchObject({ type, by: { kind: 'operator', id: 'operator-1' } });
  expect(JSON.stringify(event?.data)).toContain('because it must be');
});

test('a link issued again or a step given to another person closes the links before, and asks again', () => {
  const { journey, args } = atApheresis();
  for (const [command, rung] of [
    ['reissue', 'reissued'],
    ['reassign', 'reassigned'],
    ['resend', 'resent'],
  ] as const) {
    const { linksFrom } = journey.step(REF.step);
    journey.command(command, args[command]);
    const step = journey.step(REF.step);
    expect(step.linksFrom).toBe(command === 'resend' ? linksFrom : journey.state.seq);
    expect(journey.history.at(-1)?.effect).toMatchObject({
      kind: 'mail',
      notice: { ref: REF, rung, to: ['apheresis'], linkSeq: journey.state.seq },
    });
  }
});

test('a step is given to a person however their user id is typed, also by events that say it so', () => {
  const { journey, args } = atApheresis();
  journey.command('reassign', { ...args.reassign, to: ' Apheresis-B' });
  const event = journey.events.at(-1);
  expect(event).toMatchObject({ type: 'step.reassigned', data: { to: 'apheresis-b' } });
  expect(journey.command('reassign', { ...args.reassign, to: ' ' })).toMatchObject({ refusal: { code: 'invalid' } });
  if (event?.type !== 'step.reassigned') throw new Error('expected step.reassigned');
  const before = apply(journey.state, { ...event, data: { ...event.data, to: 'Apheresis-B' } });
  expect(before?.steps[stepKey(REF)]?.assignedTo).toBe('apheresis-b');
});

test('an extension sets the due instant; one that is past already is refused', () => {
  const { journey, args } = atApheresis();
  journey.command('extend', args.extend);
  expect(deadlineOf(journey.state, journey.step(REF.step), journey.protocol).at).toBe(args.extend?.dueAt);
  expect(journey.command('extend', { ...REF, dueAt: journey.now })).toMatchObject({ refusal: { code: 'invalid' } });
});

test.each(['extend', 'reassign', 'reissue', 'resend', 'correct'] as const)(
  '%s refuses arguments it does not know',
  (command) => {
    const { journey, args } = atApheresis();
    const { length } = journey.events;
    const wrong = [
      {},
      { ...args[command], more: 1 },
      { ...args[command], round: 0, seq: 0 },
      { ...args[command], step: 'Nap' },
    ];
    for (const given of wrong) {
      expect(journey.command(command, given)).toMatchObject({
        ok: false,
        refusal: { code: 'invalid', detail: { path: 'args' } },
      });
    }
    expect(journey.events.length).toBe(length);
  },
);

test.each(['extend', 'reassign', 'reissue', 'resend'] as const)('%s needs an open step', (command) => {
  const { journey, args } = atApheresis();
  const decided = { phase: 'Order', round: 1, step: 'Confirm consent' };
  for (const ref of [decided, { ...REF, round: 2 }]) {
    expect(journey.command(command, { ...args[command], ...ref })).toMatchObject({
      ok: false,
      refusal: { code: 'conflict' },
    });
  }
});

test('only the time of a decision or a bedside event can be corrected, and not to after it was recorded', () => {
  const { journey } = atApheresis();
  const { seq, recordedAt = '' } = journey.step('Confirm consent').decision ?? {};
  const occurredAt = { at: recordedAt, zone: 'Europe/Berlin', known: 'stated' };
  for (const other of [1, 2, journey.state.seq + 1]) {
    expect(journey.command('correct', { seq: other, occurredAt })).toMatchObject({
      refusal: { detail: { path: 'args.seq' } },
    });
  }
  // Nor to after it was recorded: nobody can have written down what was yet to come, and every clock that began there would run longer.
  expect(recordedAt < journey.now).toBe(true);
  const late = { ...occurredAt, at: plus(recordedAt, 'PT1S', 'UTC') };
  expect(journey.command('correct', { seq, occurredAt: late })).toMatchObject({
    refusal: { detail: { path: 'args.occurredAt' } },
  });
});

test('the same correction asked for twice, as by a request that is repeated, is one; another, and back again, are three', () => {
  const { journey } = atApheresis();
  const { seq, recordedAt = '' } = journey.step('Confirm consent').decision ?? {};
  const correct = (at: string) =>
    value(journey.command('correct', { seq, occurredAt: { at, zone: 'Europe/Berlin', known: 'stated' } }));
  const earlier = plus(recordedAt, '-PT1M', 'UTC');
  const first = correct(earlier);
  const { length } = journey.events;
  expect(correct(earlier)).toBe(first);
  expect(journey.events).toHaveLength(length);
  correct(plus(recordedAt, '-PT2M', 'UTC'));
  correct(earlier);
  expect(journey.events.filter(({ type }) => type === 'time.corrected')).toHaveLength(3);
});

test('to a closed journey nothing can be done but to correct a time', () => {
  const { walk, journey, args } = atApheresis();
  walk.command('cancel');
  expect(journey.command('cancel')).toMatchObject({
    refusal: { code: 'conflict', message: expect.stringContaining('ended') },
  });
  walk.decide('Stand everything down');
  walk.decide('Close the course');
  for (const command of COMMANDS) {
    const outcome = journey.command(command, args[command]);
    if (command === 'correct') expect(outcome.ok).toBe(true);
    else
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { code: 'conflict', message: expect.stringContaining('closed') },
      });
  }
  expect(journey.state.anomalies).toEqual([]);
});

test('a command is read strictly, and text that could not be kept is refused', () => {
  expect(commandSchema().safeParse({ command: 'hold', reason: 'x' }).success).toBe(true);
  for (const wrong of [
    { command: 'hold', reason: '' },
    { command: 'hold', reason: 'half a pair \ud83d' },
    { command: 'fly', reason: 'x' },
    { command: 'hold', reason: 'x', more: 1 },
  ]) {
    expect(commandSchema().safeParse(wrong).success).toBe(false);
  }
});

test('a long reason is cut to what a run keeps, never through the middle of a character', () => {
  const { journey } = atApheresis();
  expect(journey.command('resume-execution', {}, `x${'\u{1f600}'.repeat(300)}`).ok).toBe(true);
});

test('a correction to a time before the order is refused: nothing of a journey happened before it', () => {
  const { journey, args } = atApheresis();
  const early = { at: plus(journey.state.order.orderedAt, '-PT1S', 'UTC'), zone: 'Europe/Berlin', known: 'stated' };
  const { length } = journey.events;
  expect(journey.command('correct', { ...args.correct, occurredAt: early })).toMatchObject({
    ok: false,
    refusal: { code: 'invalid', detail: { path: 'args.occurredAt' } },
  });
  expect(journey.events).toHaveLength(length);
});

test('nobody is their own second approver', () => {
  const { journey } = atApheresis();
  const { length } = journey.events;
  const command = commandSchema().parse({ command: 'hold', reason: 'x', secondApprover: 'alice' });
  const outcome = journey.change((scribe) => {
    const seq = runCommand(scribe, journey.events, command, { kind: 'operator', id: 'alice' });
    return seq.ok ? { ok: true, value: { value: seq.value } } : seq;
  });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  expect(journey.events).toHaveLength(length);
});

test('from the first infusion on nothing is cancelled, signed or not: the patient is watched and followed', () => {
  const walk = new Walk();
  walk.to('Give the product');
  value(atBedside(walk, 'infusion-started'));
  const refused = { refusal: { code: 'conflict', message: expect.stringContaining('report a death') } };
  expect(walk.journey.command('cancel')).toMatchObject(refused);
  walk.decide('Give the product');
  expect(walk.journey.command('cancel')).toMatchObject(refused);
  walk.toFollowUp();
  expect(walk.journey.command('cancel')).toMatchObject(refused);
});
