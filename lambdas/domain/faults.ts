/**
 * Faults: broken machinery or a broken promise between our own parts. They are thrown, mapped once (middleware) to an
 * HTTP 5xx or to an error name a state machine retries, and never carry patient data.
 */
export class Fault extends Error {
  override readonly name: string = 'Fault';
}

/** Something outside was busy, throttled or lost a race; the same call may succeed later. Retried by name in every Task. */
export class TransientFault extends Fault {
  override readonly name = 'TransientFault';
}

/** What was read back is not what was written: a broken chain, an unknown event, a state that cannot be. */
export class CorruptionFault extends Fault {
  override readonly name = 'CorruptionFault';
}

/** A value that cannot be by construction; the compiler proves it, the message tells where the proof was broken. */
export function unreachable(value: never, where: string): never {
  throw new Fault(`${where}: got a value outside its type: ${JSON.stringify(value)}`);
}
