import { entriesOf, unsignedAdministration } from '../../lambdas/domain/journey/administration.ts';
import { wasInfused } from '../../lambdas/domain/journey/product.ts';
import { roleOf } from '../../lambdas/domain/journey/role-of.ts';
import { personIn } from './builders.ts';
import { evidenceOf } from './evidence.ts';
import { value } from './journey-driver.ts';
import { report } from './scenes.ts';
import type { Walk } from './walk.ts';

/** Ends the course from outside: by a cancel, or, once the product was given, by a death that two people confirm. */
export function endCourse(walk: Walk): void {
  const { journey } = walk;
  if (!wasInfused(journey.state)) {
    walk.command('cancel');
    return;
  }
  const isAsked = (step: string) => journey.open.some((open) => open.step === step);
  if (!isAsked('Confirm the death') && !isAsked('Confirm the death as second person')) {
    report(walk, 'death', { diedOn: journey.now.slice(0, 10), explanation: 'found at the end' });
  }
  if (isAsked('Confirm the death')) walk.decide('Confirm the death', 'confirmed');
  walk.decide('Confirm the death as second person', 'confirmed');
  signAdministration(walk);
}

/** What of the product had been given when the patient died, as far as it was recorded. */
export function signAdministration({ journey, machines }: Walk): void {
  const step = unsignedAdministration(journey.state);
  if (step === undefined) return;
  const begun = entriesOf(step, 'infusion-started').map(({ values }) => values.container);
  const decision = begun.length > 0 ? 'partly-given' : 'stopped';
  const evidence = evidenceOf(step, decision, journey);
  value(
    journey.sign(step, decision, { evidence: begun.length > 0 ? { ...evidence, containersGiven: begun } : evidence }),
  );
  machines.deliver();
}

/** What somebody still has to answer for before a course is closed: deviations, and what was corrected. */
export function answerForAll(walk: Walk): void {
  signCorrections(walk);
  while (walk.handleDeviation()) signCorrections(walk);
}

/** What was corrected, signed again by somebody who signed nothing else of it: before that no course is closed. */
export function signCorrections({ journey, machines }: Walk): void {
  for (const step of journey.open) {
    if (step.step !== 'Sign the correction') continue;
    const signer = personIn([roleOf(journey.state, step)], `again-${step.round}`);
    value(journey.sign(step, 'signed', { signer }));
    machines.deliver();
  }
}
