import { parseJourneyId } from '../domain/identifiers/journey-id.ts';

const PATHS =
  /^\/(?:worklist|worklist\/away|board|sign-offs\/[A-Za-z0-9_-]{43}|worklist\/registers(?:\/[a-z-]{1,40}(?:\/[A-Za-z0-9._~-]{1,60})?)?)$/;

/** Where somebody goes after signing in: one of our own pages, whatever the address asked for. */
export function ownPath(next: string | undefined): string {
  if (next === undefined) return '/worklist';
  if (PATHS.test(next)) return next;
  const [, id] = /^\/worklist\/journeys\/([0-9A-Z]{9})$/.exec(next) ?? [];
  return id !== undefined && parseJourneyId(id).ok ? next : '/worklist';
}
