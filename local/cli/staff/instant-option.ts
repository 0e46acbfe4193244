import { type Instant, instant } from '../../../lambdas/domain/time.ts';
import { Trouble } from '../trouble.ts';

/** The instant that an option was given, in UTC. */
export function instantOption(option: string, text: string): Instant {
  const parsed = instant.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Trouble(`${option}: got ${text}, expected an instant with its offset such as 2027-03-01T08:00:00+01:00`);
}
