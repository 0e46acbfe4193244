import { TransientFault } from '../domain/faults.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { Instant } from '../domain/time.ts';
import { signWebhook } from './signed-webhook.ts';

/** What the hospital's alarm server is told. Ids and words only: nothing about a patient, and no link that opens anything. */
export interface Alarm {
  readonly schemaVersion: 1;
  /** User id of the person it is for. */
  readonly reader: string;
  readonly role: string;
  readonly class: 'info' | 'due' | 'critical';
  /** What it is about in one line, in the language of the reader. */
  readonly text: string;
  readonly journeyId?: string;
  readonly dueAt?: Instant;
  /** Where the reader signs in to see what waits for them. */
  readonly worklist: string;
}

export interface AlarmServer {
  /**
   * Refuses what the server will never take; throws TransientFault when it may be repeated.
   *
   * @param id the same for every attempt to deliver one alarm, so that the server tells it once
   */
  raise(id: string, alarm: Alarm): Promise<Outcome<unknown>>;
}

export interface AlarmServerOptions {
  readonly url: string;
  /** `whsec_…`, as the server knows it. */
  secret(): Promise<string>;
  now(): Instant;
}

/** Others are told while one server does not answer. */
const ANSWERS_WITHIN_MS = 3000;

/** A server that takes alarms as messages signed by Standard Webhooks 1.0.0. */
export const alarmServer = ({ url, secret, now }: AlarmServerOptions): AlarmServer => ({
  async raise(id, alarm) {
    const body = JSON.stringify(alarm);
    const headers = { 'content-type': 'application/json', ...signWebhook(await secret(), id, now(), body) };
    const status = await statusOf(url, { method: 'POST', headers, body });
    if (status >= 200 && status < 300) return ok({});
    if (status >= 500 || status === 429 || status === 408)
      throw new TransientFault(`Alarm server: got ${status}, expected 2xx; it is tried again`);
    return refuse(
      'invalid',
      `Alarm server: got ${status}, expected 2xx; check its address and the secret of both sides`,
    );
  },
});

async function statusOf(url: string, request: RequestInit): Promise<number> {
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    // Where it leads elsewhere, nobody there was meant to be told.
    const response = await fetch(url, { ...request, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    throw new TransientFault('Alarm server: expected an answer within 3 seconds, got none; it is tried again');
  }
}
