import type { Decision, JourneyState, StepState } from '../../lambdas/domain/journey/state.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { ReportName, StepName } from '../../lambdas/domain/vocabulary.ts';

// What may not have happened, read off the log by other words than the gates are written in, with the numbers of the
// Kymriah label (EU, B-ALL): so a rule that no gate states is missed by one of the two only.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days of the label are days of the calendar, one of which can be an hour longer or shorter. */
const CLOCK_CHANGE = HOUR;
const WINDOW = { min: 2 * DAY, max: 14 * DAY };
const COUNT_COUNTS = 7 * DAY;
const VALID = { thaw: HOUR, conditioning: 48 * HOUR };
const IN_USE = HOUR / 2;
const REOPENING: readonly ReportName[] = ['death', 'flags-raised', 'identity-mismatch', 'excursion'];

export interface Signed {
  readonly before: JourneyState;
  readonly after: JourneyState;
  readonly now: Instant;
  readonly step: StepName;
  readonly decision: string;
}

const ms = (at: unknown): number => Date.parse(String(at));

const newest = (state: JourneyState, step: StepName): Decision | undefined =>
  Object.values(state.steps)
    .flatMap((one) => (one.step === step && one.decision !== undefined ? [one.decision] : []))
    .filter(({ decision }) => decision !== 'not-needed')
    .toSorted((one, other) => other.seq - one.seq)[0];

const timeOf = (state: JourneyState, { seq, occurredAt }: Pick<Decision, 'seq' | 'occurredAt'>): number =>
  ms((state.corrections[seq] ?? occurredAt).at);

/** What was authorised, or left without a deviation, that must not have been; undefined when nothing was. */
export function wrongly(signed: Signed): string | undefined {
  switch (`${signed.step}: ${signed.decision}`) {
    case 'Give GO for thaw: go':
      return withoutProduct(signed) ?? outsideWindow(signed);
    case 'Confirm GO for thaw: go':
      return withoutProduct(signed) ?? outsideWindow(signed) ?? withoutGo(signed, 'Give GO for thaw', VALID.thaw);
    case 'Start conditioning: started':
      return withoutGo(signed, 'Give GO for conditioning', VALID.conditioning) ?? inDoubt(signed);
    case 'Give the product: given':
    case 'Give the product: partly-given':
      return tooLate(signed);
    default:
      return undefined;
  }
}

/** Not accepted since it was certified, or expired. */
function withoutProduct({ before, now }: Signed): string | undefined {
  const certified = newest(before, 'Check certificate');
  const accepted = [newest(before, 'Accept receipt'), newest(before, 'Resolve quarantine')].some(
    (one) => one?.decision === 'accepted' && one.seq > (certified?.seq ?? 0),
  );
  if (certified?.decision !== 'certified' || !accepted) return 'a product that was not accepted';
  return ms(now) < ms(`${String(certified.evidence.expiresOn)}T00:00:00Z`) ? undefined : 'a product that expired';
}

function outsideWindow({ before, now }: Signed): string | undefined {
  const left = newest(before, 'Give GO for conditioning');
  const done = newest(before, 'Complete conditioning');
  const isLeftOut = left?.decision === 'go-without-conditioning' && left.seq > (done?.seq ?? 0);
  if (isLeftOut) {
    return ms(now) - ms(left.evidence.measuredAt) <= COUNT_COUNTS + CLOCK_CHANGE ? undefined : 'a count that is old';
  }
  const since = done?.decision === 'completed' ? ms(now) - ms(done.evidence.endedAt) : Number.NaN;
  const isInside = since >= WINDOW.min - CLOCK_CHANGE && since <= WINDOW.max + CLOCK_CHANGE;
  return isInside ? undefined : 'a time outside the window';
}

function withoutGo({ before, now }: Signed, step: StepName, valid: number): string | undefined {
  const go = newest(before, step);
  if (go?.decision !== 'go') return 'no GO';
  if (ms(now) - timeOf(before, go) > valid) return 'a GO that had ended';
  const since = before.reports.filter(({ seq, report }) => seq > go.seq && REOPENING.includes(report));
  return since.length > 0 || before.holds.some(({ seq }) => seq > go.seq) ? 'a GO that was reopened' : undefined;
}

/** Whatever the GO rests on: nothing was found wrong with the product after it was given. */
function inDoubt({ before }: Signed): string | undefined {
  const go = newest(before, 'Give GO for conditioning')?.seq ?? 0;
  const [received, followed] = [newest(before, 'Accept receipt'), newest(before, 'Follow the manufacture')];
  const doubted = [received?.decision === 'quarantined' && received, followed?.decision === 'failed' && followed];
  return doubted.some((one) => one !== false && one !== undefined && one.seq > go) ? 'a product in doubt' : undefined;
}

/** What was given after its in-use limit is recorded, and is a deviation. */
function tooLate({ before, after }: Signed): string | undefined {
  const step = Object.values(before.steps).findLast((one) => one.step === 'Give the product');
  if (step === undefined || !isExceeded(before, step)) return undefined;
  const known = after.deviations.slice(before.deviations.length).some(({ kind }) => kind === 'in-use-exceeded');
  return known ? undefined : 'an in-use limit, and no deviation says so';
}

const isExceeded = (state: JourneyState, { checklist }: StepState): boolean =>
  Object.entries(checklist).some(([key, thawed]) => {
    const [item, container] = key.split('#');
    const given = checklist[`infusion-ended#${container}`];
    if (item !== 'thaw-ended' || given === undefined) return false;
    // The last minute counts as a whole where times are stated to the minute.
    return timeOf(state, given) - timeOf(state, thawed) > IN_USE + 60_000;
  });
