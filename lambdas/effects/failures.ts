import { Fault } from '../domain/faults.ts';
import { isTransient } from '../middleware/transient.ts';

/** What could not be done, kept while all the rest is tried: one reader who cannot be reached keeps back no other. */
export class Failures {
  private readonly errors: unknown[] = [];

  async keep<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.errors.push(error);
      return undefined;
    }
  }

  get count(): number {
    return this.errors.length;
  }

  /** What may soon be repeated before what stays as it is until somebody mends it. */
  throwAny(): void {
    if (this.errors.length === 0) return;
    const soon = this.errors.find(isTransient);
    if (soon !== undefined) throw soon;
    if (this.errors.length === 1) throw this.errors[0];
    const said = this.errors.map((error) => (error instanceof Error ? error.message : String(error)));
    throw new Fault(said.join('; '), { cause: this.errors[0] });
  }
}
