import { procedureKnown } from '../competence/trained-in.ts';
import type { EventData } from '../events/data.ts';
import type { Gate, GateContext } from '../gates/gate.ts';
import { coverIn } from '../gates/shift-covered.ts';

/** Who was on site for what is authorised, each for one thing and by which assessment, as its event keeps it; nothing where nobody asks. */
export function coverShown(gates: readonly Gate[], context: GateContext): Pick<EventData<'step.decided'>, 'cover'> {
  const found = gates.some(({ asksOnDuty }) => asksOnDuty === true) ? coverIn(context) : undefined;
  if (found === undefined) return {};
  const { covered, at } = found;
  const asked = { at, zone: context.state.site.zone, readiness: context.readiness };
  const places = covered.filled.map(({ place, by, standing }) => {
    const { training, assessedOn, validUntil } = standing;
    const procedure = procedureKnown(standing, asked);
    return { place, by, training, ...(procedure === undefined ? {} : { procedure }), assessedOn, validUntil };
  });
  return { cover: { at, shifts: [...covered.shifts], places } };
}
