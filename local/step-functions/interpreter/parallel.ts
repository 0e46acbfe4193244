import type { ParallelState } from '../definition/schema.ts';
import { GivenUp } from '../errors.ts';
import type { Json } from '../json.ts';
import { withinDataLimit } from '../limits.ts';
import { runFlow } from './flow.ts';
import { conclude, evaluate, place, type Visit } from './frame.ts';
import { Scope } from './scope.ts';
import { Strand } from './strand.ts';

/** Runs all branches; the first that fails stops the others and fails the state. The result is one output per branch, in order. */
export async function runParallel(state: ParallelState, visit: Visit): Promise<Json> {
  const { execution } = visit.frame;
  execution.history.add('ParallelStateStarted');
  try {
    const given = state.Arguments === undefined ? visit.input : await evaluate(visit, state.Arguments, 'Arguments');
    withinDataLimit(given, `The arguments of ${place(visit)}`);
    const result = withinDataLimit(await branches(state, visit, given), `The result of ${place(visit)}`);
    execution.history.add('ParallelStateSucceeded');
    return await conclude(visit, state, result, { result });
  } catch (thrown) {
    if (!(thrown instanceof GivenUp)) execution.history.add('ParallelStateFailed');
    throw thrown;
  }
}

function branches(state: ParallelState, visit: Visit, input: Json): Promise<Json[]> {
  const { services, execution, strand, variables } = visit.frame;
  return strand.wait<Json[]>((settle) => {
    const scope = new Scope();
    const outputs: Json[] = state.Branches.map(() => null);
    let open = state.Branches.length;
    for (const [index, branch] of state.Branches.entries()) {
      const own = new Strand(services.ports.track, scope);
      own.run(async () => {
        try {
          const frame = { services, execution, strand: own, variables: { ...variables } };
          outputs[index] = await runFlow(branch, input, frame);
          open -= 1;
          if (open === 0) settle.resolve(outputs);
        } catch (thrown) {
          if (!(thrown instanceof GivenUp)) settle.reject(thrown);
        }
      });
    }
    return () => scope.close();
  });
}
