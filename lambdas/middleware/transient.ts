import { mayPass } from '../adapters/aws-errors.ts';
import { TransientFault } from '../domain/faults.ts';

/** True when the same invocation may succeed later: our own word for it, or an error of AWS that nobody has named yet. */
export const isTransient = (error: unknown): boolean => error instanceof TransientFault || mayPass(error);
