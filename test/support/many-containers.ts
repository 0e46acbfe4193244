import { nextDue } from '../../lambdas/domain/clocks/next-due.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { wholeBedside } from './bedside.ts';
import { PROTOCOL } from './builders.ts';
import { evidenceOf } from './evidence.ts';
import { value } from './journey-driver.ts';
import { Walk } from './walk.ts';

const { product } = PROTOCOL;
/** A product that may come in any number of containers. */
export const ANY_NUMBER = { ...PROTOCOL, product: { ...product, containers: { ...product.containers, perDose: {} } } };

/** So many that what a corrected expiry shows of them is more than one commit can write. */
export const MANY = 20;

export function batchOf(length: number): { readonly walk: Walk; readonly containers: readonly string[] } {
  const walk = new Walk({ protocol: ANY_NUMBER });
  const step = walk.to('Check certificate');
  const containers = Array.from({ length }, (_, index) => `bag-1-${index + 1}`);
  const evidence = { ...evidenceOf(step, 'certified', walk.journey), containers };
  walk.decide('Check certificate', 'certified', { evidence });
  return { walk, containers };
}

/** The certificate said another day of expiry: one that had passed when the product was given. */
export function showExpiry({ journey }: Walk): void {
  const { seq, recordedAt = '' } = journey.step('Check certificate').decision ?? {};
  const to = plus(recordedAt, 'P1D', 'UTC').slice(0, 10);
  value(journey.command('correct', { seq, evidence: { path: 'expiresOn', to } }));
}

/** The same, until all that it shows is written; gives the mails. */
export function correctExpiry(walk: Walk): readonly unknown[] {
  const { journey } = walk;
  const { length } = journey.history;
  showExpiry(walk);
  for (let commits = 0; commits < 20 && isDue(journey); commits += 1) journey.wake();
  return journey.history.slice(length).flatMap(({ effect }) => (effect.kind === 'mail' ? [effect.notice] : []));
}

const isDue = ({ state, protocol, now }: Walk['journey']): boolean => (nextDue(state, protocol) ?? '9') <= now;

/** Many containers were given after an expiry that is known only later: every act on each of them is a deviation. */
export function givenAfterExpiry(): Walk {
  const { walk } = batchOf(MANY);
  const { journey } = walk;
  walk.to('Give the product');
  const from = journey.now;
  journey.pass('PT200H');
  wholeBedside(walk, from);
  walk.decide('Give the product');
  while (isDue(journey)) walk.wake();
  return walk;
}
