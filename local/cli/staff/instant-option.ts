import { type Instant, instant } from '../../../lambdas/domain/time.ts';
import { Trouble } from '../trouble.ts';

/** As people type it: without its seconds. */
const TO_THE_MINUTE = /^(?<minute>[^T]+T\d\d:\d\d)(?<offset>Z|[+-]\d\d:\d\d)$/;

/** The instant that an option was given, to the second or the minute, in UTC. */
export function instantOption(option: string, text: string): Instant {
  const parsed = instant.safeParse(text.replace(TO_THE_MINUTE, '$<minute>:00$<offset>'));
  if (parsed.success) return parsed.data;
  throw new Trouble(`${option}: got ${text}, expected an instant with its offset such as 2027-03-01T08:00:00+01:00`);
}
