import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { WhyNot } from '../domain/registers/why-not.ts';
import { fieldErrorsOf } from '../pages/form/issues.ts';
import { type Problem, shownGate } from '../pages/views.ts';

/** What refusals of a sign-off say beside their sentence. Anything else in `detail` is for programs. */
const detailShape = lazily(() =>
  z
    .object({
      path: z.string(),
      problem: z.string(),
      gates: z.array(
        z.object({ gate: z.string(), status: z.enum(['closed', 'unknown']), whyNot: z.custom<WhyNot>().optional() }),
      ),
      problems: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    })
    .partial(),
);

/** A refusal as keys of the page dictionaries, so that a person reads it in their language and at the field it is about. */
export function problemOf({ code, detail }: Refusal): Problem {
  if (code === 'unauthenticated') {
    // Both, because nobody is told which of the two was wrong.
    return { message: 'wrong-credential', fieldErrors: { signer: 'enter-again', pin: 'enter-again' } };
  }
  if (code === 'changed') return { message: 'changed' };
  const { path, problem, gates = [], problems = [] } = detailShape().parse(detail ?? {});
  if (gates.length > 0) {
    return { message: 'gate-closed', gates: gates.map(shownGate) };
  }
  if (problems.length > 0) {
    const issues = problems.map((one) => ({ ...one, path: [one.path] }));
    return { message: 'check-fields', fieldErrors: fieldErrorsOf(issues, '') };
  }
  if (problem === undefined) return { message: 'not-recorded' };
  // The checklist is no field of the form it hinders.
  if (path === undefined || path === 'checklist') return { message: problem };
  return { message: 'check-fields', fieldErrors: { [path]: problem } };
}
