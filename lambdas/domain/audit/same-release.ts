import type { Release } from '../events/envelope.ts';

export const UNRELEASED = 'unreleased';

/** Commits may be abbreviated. Code without a commit is taken for this release, so that a forgery cannot hide behind it. */
export const isSameRelease = (wrote: Release, verifies: Release): boolean =>
  wrote.version === verifies.version &&
  (wrote.commit === UNRELEASED || wrote.commit.startsWith(verifies.commit) || verifies.commit.startsWith(wrote.commit));
