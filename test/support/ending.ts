import { wasInfused } from '../../lambdas/domain/journey/product.ts';
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
}
