/** Things to undo when a part of an execution ends or is given up: timers, tokens, child executions, waits. */
export class Scope {
  readonly #undo = new Set<() => void>();
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  /** Registers what to undo; the answer takes it back. */
  onClose(undo: () => void): () => void {
    this.#undo.add(undo);
    return () => void this.#undo.delete(undo);
  }

  /** Undoes everything, once. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const open = [...this.#undo];
    this.#undo.clear();
    for (const undo of open) undo();
  }
}
