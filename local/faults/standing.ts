import { METRIC_NAMESPACE, METRICS } from '../../lib/metrics.ts';
import type { EmbeddedStack } from '../stack.ts';

/**
 * Whether the newest sweep counted a journey that stands, which raises `journey-stuck`. No other alarm of a stack in a process
 * says so: of those on effects, dead letters and the sweep itself a journey may go on all the same.
 */
export const saysThatItStands = (stack: Pick<EmbeddedStack, 'metrics'>): boolean =>
  (stack.metrics().get(`${METRIC_NAMESPACE}/${METRICS.stuck}{}`)?.last ?? 0) > 0;
