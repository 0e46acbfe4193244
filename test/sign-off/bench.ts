import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { hashOf } from '../../lambdas/domain/audit/hash.ts';
import { type JourneyEvent, parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import { millisecondsBetween, minus } from '../../lambdas/domain/time.ts';
import { STEPS, type StepName } from '../../lambdas/domain/vocabulary.ts';
import { courseOf } from '../../local/scenario/course.ts';
import { embeddedStage, type Stage } from '../../local/scenario/embedded-stage.ts';
import { whenAfter } from '../../local/scenario/moment.ts';
import { orderMessage, signedHeaders } from '../../local/scenario/order-message.ts';
import { linkIn, readStep, signStep } from '../../local/scenario/people.ts';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import type { World } from '../../local/scenario/world.ts';
import { usualAnswers } from '../../scenarios/usual-answers.ts';
import { formFor, formsOf, pairsOf } from '../pages/support/controls.ts';
import { type Page, type Visitor, visitor } from '../worklist/visitor.ts';

export const ZONE = 'Europe/Berlin';

/** What the one journey of a bench is ordered with. */
export const COURSE = courseOf('kymriah', 'order-1');

/** The embedded stack with one journey ordered, and people who follow links from their mail. */
export interface Bench extends Stage {
  readonly journeyId: string;
  /** Signs onward, each step as usual, until this one is asked; gives the path of its link. */
  linkTo(step: StepName): Promise<string>;
  stop(): Promise<void>;
}

export async function startBench(): Promise<Bench> {
  const stage = await embeddedStage({ seed: 1 });
  const { world, webhookSecret, stack } = stage;
  const at = await world.now();
  const body = orderMessage({
    protocol: COURSE.protocol.id,
    order: 'order-1',
    site: EXAMPLE_SITE,
    authoredOn: minus(at, 'P1D', 'UTC'),
  });
  const headers = signedHeaders(webhookSecret, 'msg_1', at, body);
  const reply = await world.request('/ehr/fhir', { method: 'POST', headers, body });
  if (reply.status !== 202) throw new Error(`bench: order got ${reply.status} ${JSON.stringify(reply.body)}`);
  const { journeyId } = reply.body as { journeyId: string };
  return { ...stage, journeyId, linkTo: (step) => linkTo({ ...stage, journeyId }, step), stop: () => stack.stop() };
}

/** The links of all mails so far, oldest first, each once. */
export async function links({ world }: Stage): Promise<readonly string[]> {
  await world.settle();
  const mails = await world.mails(0);
  return [...new Set(mails.flatMap(({ text }) => linkIn(text) ?? []))];
}

/** Asked beside the course: nobody on the way to another step answers it. */
const BESIDE: readonly StepName[] = ['Reassess the patient', 'Triage the deviation'];
const MOST_STEPS = 40;

/** A stage with its one journey. */
type Course = Stage & Pick<Bench, 'journeyId'>;

async function linkTo(stage: Course, wanted: StepName): Promise<string> {
  // A link whose step is decided stays so, and a course has dozens of them.
  const over = new Set<string>();
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    let next: { readonly link: string; readonly step: StepName } | undefined;
    for (const link of await links(stage)) {
      if (over.has(link)) continue;
      const shown = await readStep(stage.world, link);
      if (shown?.status !== 'open') over.add(link);
      if (shown?.status !== 'open') continue;
      if (shown.step === wanted) return link;
      // Of steps that are open together, whose mails come in any order, the one that the pathway names last.
      const isLater = next === undefined || STEPS.indexOf(shown.step) >= STEPS.indexOf(next.step);
      if (!BESIDE.includes(shown.step) && isLater) next = { link, step: shown.step };
    }
    if (next === undefined) throw new Error(`bench: nobody is asked anything, so ${wanted} is never reached`);
    // Readiness counts from the last open hour three days before the slot, which may be later than people usually answer.
    if (next.step === 'Confirm readiness') await stage.stack.clock.advance(24 * 3_600_000);
    await answer(stage, next.link);
  }
  throw new Error(`bench: ${wanted} was not reached in ${MOST_STEPS} steps`);
}

/** Answers a step as usual and when it usually is, with its checklist. */
export async function answer({ world, stack, journeyId }: Course, link: string): Promise<void> {
  const step = (await readStep(world, link))?.step;
  const answers = usualAnswers(COURSE).find((script) => script.step === step)?.answers ?? [];
  for (const one of answers) {
    const now = await world.now();
    await stack.clock.advance(millisecondsBetween(now, whenAfter(now, one.after, ZONE)));
    // What was collected bears its day, also where others are answered between and it is released on another.
    await signStep(world, link, one, ZONE, await logOf(world, journeyId));
  }
}

async function logOf(world: World, journeyId: string): Promise<readonly JourneyEvent[]> {
  const { body } = await world.request(`/ops/journeys/${journeyId}?after=0`, { method: 'GET' });
  return z
    .object({ events: z.array(z.unknown()) })
    .parse(body)
    .events.map(parseEvent);
}

/** The local time at the site, `ago` before now, as a form takes it. */
export async function localTime({ world }: Stage, ago = 'PT0S'): Promise<string> {
  return Temporal.Instant.from(minus(await world.now(), ago, ZONE))
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** Key and hash of everything in both tables, in a fixed order: equal lists mean that nothing was stored. */
export async function everything({ stack }: Stage): Promise<readonly string[]> {
  await stack.clock.idle();
  const { dynamodb } = stack.clientsFor();
  const items: string[] = [];
  for (const { name } of stack.model.tables) {
    let from: Record<string, never> | undefined;
    do {
      const page = await dynamodb.send(new ScanCommand({ TableName: name, ExclusiveStartKey: from }));
      for (const item of page.Items ?? []) {
        // Bytes become JSON first; the order of attributes means nothing.
        const hash = hashOf(JSON.parse(JSON.stringify(item)));
        items.push(`${name} ${item.pk?.S} ${item.sk?.S} ${hash}`);
      }
      from = page.LastEvaluatedKey as typeof from;
    } while (from !== undefined);
  }
  return items.toSorted();
}

/** Somebody of the role that a step is asked of, signed in just now: a session lasts minutes, and between two pages days may pass. */
export async function signedInReader(stage: Stage, link: string): Promise<Visitor> {
  const { body } = await stage.world.request(link, { method: 'GET', headers: { accept: 'application/json' } });
  const reader = visitor(stage);
  await reader.signIn((body as { readonly role: string }).role);
  return reader;
}

/** A page as a person reads it who is asked; `part` is what a link on it opens, such as `record-thaw-started-1`. */
export async function open(stage: Stage, link: string, language = 'en', part = ''): Promise<Page> {
  const reader = await signedInReader(stage, link);
  return reader.get(`${link}?lang=${language}${part === '' ? '' : `&open=${part}`}`);
}

/** Fills in a form of a page that is shown, and posts it: of a decision, `record:` a line, or `report:` a report. */
export async function post(
  stage: Stage,
  link: string,
  html: string,
  form: string,
  typed: Readonly<Record<string, string>>,
  language = 'en',
): Promise<Page> {
  const pairs = new Map(pairsOf(formNamed(html, form)));
  for (const [name, value] of Object.entries(typed)) pairs.set(name, value);
  const reader = await signedInReader(stage, link);
  return reader.post(`${link}?lang=${language}`, Object.fromEntries(pairs));
}

function formNamed(html: string, form: string): string {
  const [decision = '', named] = form.split(':');
  if (named === undefined) return formFor(html, decision);
  const field = decision === 'report' ? 'evidence.report' : 'line';
  const found = formsOf(html).find((one) => one.includes(`name="${field}" value="${named}"`));
  if (found === undefined) throw new Error(`no form for ${form}`);
  return found;
}
