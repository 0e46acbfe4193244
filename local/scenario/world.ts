import type { ConcernedJourney } from '../../lambdas/domain/registers/journeys-concerned.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { CaseScript, ConfirmScript, KnownEntry, Scenario } from './scenario.ts';

/** A mail as a person finds it: the link, if it asks for something. */
export interface SeenMail {
  readonly at: Instant;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Where a browser is sent on to. */
  readonly location?: string;
  /** Name and value of the cookie it sets. */
  readonly cookie?: string;
}

/**
 * Where a scenario is played: the embedded stack or a deployed one. People and the EHR act over HTTP only; a world
 * knows how to reach the two APIs, read the mail, and let time pass.
 */
export interface World {
  readonly name: 'embedded' | 'deployed';
  /** Things break here, and people come later than a scenario tells: what it expects to be refused may be allowed by then. */
  readonly isLate?: true;
  now(): Promise<Instant>;
  /** Of a world that is the demo hospital; in every other the user id of who acts in a role is the role itself. */
  readonly hospital?: HospitalHere;
  /** Puts people, teams, what people can do and what registers know into the registers of the site, where that can be done; each person has the example PIN. */
  enrol?(people: Pick<Scenario, 'staff' | 'teams' | 'competence' | 'registers'>): Promise<void>;
  /** Confirms an entry of a register, where registers can be kept. */
  confirm?(script: Omit<ConfirmScript, 'whenAsked' | 'after'>): Promise<void>;
  /** Keeps an entry of a register of the site, where that can be done; of a change it answers which journeys in flight it concerns. */
  keep?(entry: KnownEntry): Promise<readonly ConcernedJourney[]>;
  /** Hands a change over to those who sign it, where registers can be kept; gives the id of its case. */
  openCase?(script: Pick<CaseScript, 'change' | 'by'>): Promise<string>;
  /** The statuses of a change by its versions in the register, oldest first. */
  statusesOf?(change: string): Promise<readonly string[]>;
  /** Base URL of the people and of the integration API come from the world; `path` begins with a slash. */
  request(path: string, init: { method: string; headers?: Record<string, string>; body?: string }): Promise<Reply>;
  /** Mails from the one after the first `after` on, oldest first. */
  mails(after: number): Promise<readonly SeenMail[]>;
  /** Waits until everything that can run has run. */
  settle(): Promise<void>;
  /**
   * Lets time pass up to `until`, stopping where something new was mailed; without `until`, to the next thing that is
   * due. False when nothing will ever be due.
   */
  pass(until: Instant | undefined): Promise<boolean>;
}

/** Who is who in the demo hospital. */
export interface HospitalHere {
  /** User id of who acts in a role; of somebody who is named already, that id. */
  memberOf(role: string): string;
  isPerson(id: string): boolean;
  /** Takes rotas and registers away once the patient was treated and no gate asks for them (`leave-hospital.ts`). */
  leave(): Promise<void>;
}

/** What was answered, as a world says it: the body parsed where it is JSON. */
export function replyAs(status: number, header: (name: string) => string | null | undefined, text: string): Reply {
  const isJson = (header('content-type') ?? '').includes('json');
  const cookie = header('set-cookie')?.split(';', 1)[0];
  const location = header('location');
  return {
    status,
    body: isJson && text !== '' ? JSON.parse(text) : text,
    ...(cookie === undefined ? {} : { cookie }),
    ...(location == null ? {} : { location }),
  };
}

export const replyOf = async (response: Response): Promise<Reply> =>
  replyAs(response.status, (name) => response.headers.get(name), await response.text());
