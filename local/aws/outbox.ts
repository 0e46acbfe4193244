import type { Mail } from './ses.ts';
import type { Store } from './store.ts';

/** Mails that were accepted for delivery, in the order in which they were sent. */
export interface Outbox {
  keep(mail: Mail): void;
  /** All mails, or those after the first `count`. */
  after(count?: number): Mail[];
}

export const storedOutbox = (store: Store): Outbox => ({
  keep: (mail) => {
    store.run('INSERT INTO mail (at, message) VALUES (?, ?)', mail.at, JSON.stringify(mail));
  },
  after: (count = 0) =>
    store
      .all<{ message: string }>('SELECT message FROM mail WHERE id > ? ORDER BY id', count)
      .map(({ message }) => JSON.parse(message) as Mail),
});

/** Ends with the stack, as tables in memory do, and takes no mail to text and back. */
export function outboxInMemory(): Outbox {
  const mails: Mail[] = [];
  return {
    keep: (mail) => {
      mails.push(mail);
    },
    after: (count = 0) => mails.slice(count),
  };
}
