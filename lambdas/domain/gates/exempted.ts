import { type Acted, actsAs } from '../events/acts-as.ts';
import { type Exemption, exemptedBy, exemptionsOf } from '../journey/exemptions.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import { classHere } from './class-here.ts';
import { type Gate, type GateContext, type NotOpen, OPEN, reasonsOf } from './gate.ts';

/** One occurrence of a step, and who acts in it: who does it first, then who enters it from paper. */
interface Acting {
  readonly step: Pick<StepState, 'key'>;
  /** Empty where nobody has said yet who will. */
  readonly people: readonly Acted[];
}

/** The exemptions of a gate that stand for whoever acts, and were given for what closes it now and nothing else. */
function standing(
  gate: Gate,
  verdict: NotOpen,
  { step, people }: Acting,
  { state, now: at }: GateContext,
): readonly Exemption[] {
  const kind = classHere(gate, state);
  if (kind === 'never' || kind === 'hold') return [];
  const [doer] = people;
  const acting = people.flatMap(actsAs);
  return exemptionsOf(state, step).filter(
    (one) =>
      one.gate === gate.name &&
      one.class === kind &&
      one.performer === (gate.ofPerson === true ? doer?.id : undefined) &&
      one.from <= at &&
      at < one.until &&
      isFor(one, gate, verdict) &&
      // Nobody lets themselves through.
      !exemptedBy(one).some((id) => acting.includes(id)),
  );
}

const isFor = ({ closedBy }: Exemption, { ofExemption }: Gate, verdict: NotOpen): boolean =>
  closedBy === undefined || ofExemption === true || reasonsOf(verdict).every((reason) => closedBy.includes(reason));

/** The same gates, open as well to whoever acts by an exemption that stands at the time they are asked about. */
export const exempted = (gates: readonly Gate[], acting: Acting): readonly Gate[] =>
  gates.map((gate) => ({
    ...gate,
    judge: (context) => {
      const verdict = gate.judge(context);
      return verdict.status !== 'open' && standing(gate, verdict, acting, context).length > 0 ? OPEN : verdict;
    },
  }));

interface ExemptionShown {
  readonly gate: string;
  /** `seq` of each report it is made of. */
  readonly of: number[];
}

/** By what exemptions somebody acts past gates, as their event keeps it: what it went by in each of these. */
export function exemptionsShown(
  gates: readonly Gate[],
  acting: Acting,
  contexts: readonly GateContext[],
): { readonly exemptions?: ExemptionShown[] } {
  const shown = gates.flatMap((gate) => {
    const by = contexts.flatMap((context) => {
      const verdict = gate.judge(context);
      return verdict.status === 'open' ? [] : standing(gate, verdict, acting, context).slice(-1);
    });
    return by.length === 0 ? [] : [{ gate: gate.name, of: [...new Set(by.flatMap(({ of }) => of))] }];
  });
  return shown.length === 0 ? {} : { exemptions: shown };
}

/** Whether what an event names was signed at its step before, by others than who acts. */
export const wasExempted = (
  { gate, of }: Pick<ExemptionShown, 'gate' | 'of'>,
  { step, people }: Acting,
  state: JourneyState,
): boolean => {
  const acting = people.flatMap(actsAs);
  const known = exemptionsOf(state, step).filter(
    (one) => one.gate === gate && !exemptedBy(one).some((id) => acting.includes(id)),
  );
  return of.every((seq) => known.some((one) => one.of.includes(seq)));
};
