import { expect, test } from 'vitest';
import { type Described, machineArn, outputOf, type World, world } from '../world.ts';
import { type Act, KINDS, type SuiteCase } from './case.ts';
import { CASES, titleOf } from './cases.ts';
import { constructsIn, goldenConstructs } from './constructs.ts';
import { type Told, told } from './told.ts';

/** Cases that there cannot be, and why. */
const NONE: Readonly<Record<string, string>> = {
  'Choice limit': 'it has no limit of its own',
  'Fail limit': 'it has no limit of its own',
};

/** A world whose function does what the case says. */
function worldOf(given: SuiteCase): World & Pick<Told, 'tokens'> {
  const does = told(given);
  const made = world({ ...given.machines }, (payload) => {
    const answer = does.answer(payload);
    if ('refused' in answer) throw Object.assign(new Error('on purpose'), { name: answer.refused });
    if ('value' in answer) return { payload: answer.value };
    return { functionError: { errorType: answer.error, errorMessage: 'on purpose' } };
  });
  return { ...made, tokens: does.tokens };
}

/** Does one act; gives the name of the error with which the service refused it. */
async function perform(w: ReturnType<typeof worldOf>, act: Act): Promise<string | undefined> {
  if ('waits' in act || 'lapses' in act) {
    await w.clock.advance(('waits' in act ? act.waits : act.lapses) * 1000);
    return undefined;
  }
  const [operation, request] =
    'succeeds' in act
      ? ['SendTaskSuccess', { taskToken: w.tokens[act.succeeds], output: act.output }]
      : ['SendTaskFailure', { taskToken: w.tokens[act.fails], error: act.error, cause: act.cause }];
  try {
    await w.call(String(operation), request);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await w.clock.idle();
  }
}

test.each(CASES.map((one) => [titleOf(one), one] as const))('%s', async (_name, given) => {
  const w = worldOf(given);
  const { input = {}, execution = 'run', ends } = given;
  if ('refused' in ends) {
    const start = { stateMachineArn: machineArn('M'), name: execution, input: JSON.stringify(input) };
    await expect(w.call('StartExecution', start)).rejects.toMatchObject({ code: ends.refused });
    return;
  }
  await w.run(input, execution);
  for (const act of given.acts ?? []) {
    expect(await perform(w, act), JSON.stringify(act).slice(0, 100)).toBe('refused' in act ? act.refused : undefined);
  }
  const ended: Described = await w.describe('M', execution);
  const { status, error, cause } = ended;
  if (ends.status === 'SUCCEEDED') expect(outputOf(ended)).toEqual(ends.output);
  else expect({ status, error, cause }).toMatchObject(ends);
  if (given.invocations !== undefined) expect(w.invoked).toHaveLength(given.invocations);
});

test('every construct of the deployed machines is in a case', () => {
  const covered = new Set(CASES.flatMap(({ machines }) => Object.values(machines).flatMap((one) => [...inCase(one)])));
  expect([...goldenConstructs()].filter((construct) => !covered.has(construct))).toEqual([]);
});

test('each part of the language has a success, a failure and a limit, or a reason to have none', () => {
  const parts = new Set(CASES.map(({ of }) => of));
  const unknown = [...parts].filter((part) => !goldenConstructs().has(part));
  expect(unknown, 'parts that no deployed machine uses').toEqual([]);
  const missing = [...parts].flatMap((part) =>
    KINDS.filter((kind) => !CASES.some(({ of, kind: has }) => of === part && has === kind)).map(
      (kind) => `${part} ${kind}`,
    ),
  );
  expect(missing.sort()).toEqual(Object.keys(NONE).sort());
});

test('a construct without a case is seen', () => {
  const found = constructsIn({ States: { Later: { Type: 'Wait', Seconds: 5, Next: 'Told' } } });
  expect([...found]).toEqual(['Wait', 'Wait Seconds', 'Wait Next']);
});

const inCase = (definition: SuiteCase['machines'][string]): ReadonlySet<string> =>
  constructsIn(definition as unknown as Parameters<typeof constructsIn>[0]);
