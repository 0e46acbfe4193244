import { createHash } from 'node:crypto';
import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, it, vi } from 'vitest';
import { equipment } from '../../lambdas/domain/registers/equipment.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { ReportName } from '../../lambdas/domain/vocabulary.ts';
import { embeddedConfig } from '../../lib/embedded-config.ts';
import { registersOf, rostersOf, staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, EXAMPLE_SITE, exampleStaff } from '../../local/scenario/staff.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import type { StackTemplate } from '../../local/template/template-set.ts';
import { aChange } from '../support/cases.ts';
import { value } from '../support/journey-driver.ts';
import { vessel } from '../support/registers.ts';
import { REPORTED } from '../support/scenes.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, newestLink, orderJourney, post, postOrder, submissionFor } from '../support/stage-order.ts';
import { enrolled, postJson, signedBy, ticketFor } from '../support/stage-passkey.ts';
import { playTogether } from '../support/stage-play.ts';
import { postReferral } from '../support/stage-referral.ts';
import { brief } from '../support/stage-scenario.ts';
import { FROM_OUR_PAGES, hidden, type Visitor, visitor } from '../worklist/visitor.ts';

const EHR = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const PARKING = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd';
const DAY_MS = 86_400_000;

async function stopTheHub({ stack }: TestStage, journeyId: string): Promise<void> {
  const hub = (await stack.executions('RUNNING')).find(({ name }) => name.startsWith(`${journeyId}-PatientJourney`));
  if (hub === undefined) throw new Error('expected a running PatientJourney');
  await stack.clientsFor().sfn.send(new StopExecutionCommand({ executionArn: hub.executionArn }));
  await stack.clock.idle();
}

async function loseTheSchedule({ stack }: TestStage, journeyId: string): Promise<void> {
  const schedule = stack.schedules().find(({ Name }) => Name === journeyId);
  if (schedule === undefined) throw new Error('expected a schedule of the journey');
  const { Name, GroupName } = schedule;
  await stack.clientsFor().scheduler.send(new DeleteScheduleCommand({ Name, GroupName }));
}

const EXPLAINED: readonly string[] = [
  // After fifteen years, after a certificate with tests to come, after an entry from paper, a deviation with a CAPA: machines made like all others beside the path.
  'PendingTestsRole OpenSteps',
  'LifelongWatchRole OpenSteps',
  'TranscriptionRole OpenSteps',
  'CorrectionRole OpenSteps',
  'ContinuationReviewRole OpenSteps',
  'CapaRole OpenSteps',
  // Registers that come from other systems: that all of these are used, test/registers/mirrors.test.ts holds.
  ...['ReadJourneys', 'AppendJourneys', 'ReadStaff', 'KeepCompetence', 'ReadMirrors'].map(
    (statement) => `TakeMirrorRole ${statement}`,
  ),
  // Used only when AWS stays busy through ten retries of a stream record; that path is shown in test/local/aws.
  'DispatchRole KeepFailedRecords',
  'DispatchRole FindFailedRecords',
  // Who is on site is read by the same code whether the GO for thaw is signed by PIN, as here, or by passkey.
  'SignWithPasskeyRole ReadManyStaff',
];

/** What opens a step beside the path, death last: it holds everything else. */
const REPORTS: readonly ReportName[] = [
  'excursion',
  'storage-alarm',
  'identity-mismatch',
  'flags-raised',
  'consent-withdrawn',
  'death',
];

async function reportEverything(stage: TestStage, journeyId: string): Promise<void> {
  const link = newestLink(stage, journeyId, 'Register the referral');
  const day = (await stage.world.now()).slice(0, 10);
  for (const report of REPORTS) {
    const evidence = { report, ...REPORTED[report], ...(report === 'death' ? { diedOn: day } : {}) };
    const signer = report === 'storage-alarm' ? 'pharmacist' : 'physician';
    const signed = await submissionFor(stage, link, { decision: 'report', signer, evidence });
    expect(await post(stage, link, signed)).toMatchObject({ status: 200 });
  }
  await signByPasskey(stage, link);
  await stage.stack.clock.idle();
}

async function signByPasskey(stage: TestStage, link: string): Promise<void> {
  const key = await enrolled(stage, 'coordinator');
  const evidence = { report: 'partner-id', ...REPORTED['partner-id'] };
  const { pin: _pin, ...submission } = await submissionFor(stage, link, {
    decision: 'report',
    signer: 'coordinator',
    evidence,
  });
  const signed = await signedBy(stage, link, key, submission);
  expect(await postJson(stage, `${link}/passkey`, signed)).toMatchObject({ status: 200 });
}

async function setPin(stage: TestStage): Promise<void> {
  const ticket = await ticketFor(stage, 'registry', 1, 'pin');
  const body = new URLSearchParams(['271828', '271828'].map((pin) => ['pin', pin]));
  expect((await fetch(`${stage.stack.url}/enrolments/${ticket}`, { method: 'POST', body })).status).toBe(200);
}

/** A change is handed over to those who sign it. */
async function openAChange({ world, stack }: TestStage): Promise<void> {
  const kept = { at: await world.now(), by: 'qa', why: 'proposed' };
  await world.keep?.({
    register: 'change-controls',
    id: 'CC-1',
    entry: aChange({ proposedBy: 'pharmacist' }),
    ...kept,
  });
  expect(await world.openCase?.({ change: 'CC-1', by: 'qa' })).toBeDefined();
  await stack.clock.idle();
}

/** Somebody signs in, reads the list, and opens a step from it. */
async function readAndOpen(stage: TestStage): Promise<void> {
  const reader = visitor(stage);
  await reader.signIn('coordinator');
  await stage.stack.clock.advance(2 * 60_000);
  const { html } = await reader.get('/worklist');
  const form = { form: hidden(html, 'form'), journey: hidden(html, 'journey'), step: hidden(html, 'step') };
  const { headers } = await reader.post('/worklist/steps', form);
  const link = headers.get('location') ?? '';
  expect((await reader.get(link)).html).toContain('class="patient"');
  await attachAndSave(stage, reader, link, hidden(html, 'journey'));
  await putIntoQuarantine(stage, reader);
}

/** Somebody closes a vessel on its page: what was signed just before is looked at again. */
async function putIntoQuarantine(stage: TestStage, reader: Visitor): Promise<void> {
  const stated = { site: EXAMPLE_SITE, id: 'LN2-3', by: 'qa', why: 'as found', at: '2026-12-01T08:00:00.000Z' };
  const known = value(keepRecord(equipment, { ...stated, entry: vessel() }, undefined));
  if (known !== null) value(await registersOf(stage.stack).keep([known]));
  const path = '/worklist/registers/equipment/LN2-3';
  const { html } = await reader.get(path);
  const form = { form: hidden(html, 'form'), seen: hidden(html, 'seen'), do: 'quarantine', because: 'alarm' };
  expect((await reader.post(path, { ...form, pin: EXAMPLE_PIN })).status).toBe(303);
}

/** The calibration of a vessel ends soon: the sweep tells its owner, once it knows that it has not. */
async function letSomethingLapse({ stack, world }: TestStage): Promise<void> {
  const due = plus(await world.now(), 'P20D', 'UTC').slice(0, 10);
  const stated = { site: EXAMPLE_SITE, id: 'LN2-4', by: 'qa', why: 'as found', at: '2026-12-01T08:00:00.000Z' };
  const entry = vessel({ calibration: { certificate: 'CAL-4', on: '2026-02-01', due } });
  const known = value(keepRecord(equipment, { ...stated, entry }, undefined));
  if (known !== null) value(await registersOf(stack).keep([known]));
}

/** A shift that goes on for as long as the journey does. */
const writeShifts = ({ stack }: TestStage): Promise<void> =>
  rostersOf(stack).putDutyRota({
    ...{ site: EXAMPLE_SITE, lead: 'coordinator', writtenBy: 'qa', writtenAt: '2026-12-01T08:00:00.000Z' },
    shifts: [
      { name: 'long', from: '2027-01-01T00:00:00.000Z', until: '2029-01-01T00:00:00.000Z', who: ['cell-lab', 'nurse'] },
    ],
  });

/** Somebody attaches a file to the step, and saves it from there. */
async function attachAndSave(stage: TestStage, reader: Visitor, link: string, journeyId: string): Promise<void> {
  const file = 'time;celsius';
  const sha256 = createHash('sha256').update(file).digest('hex');
  const headers = { ...FROM_OUR_PAGES, cookie: reader.cookie(), 'x-content-sha256': sha256 };
  const url = `${stage.stack.url}${link.split('?')[0]}/attachments`;
  expect((await fetch(url, { method: 'POST', headers, body: file })).status).toBe(201);
  expect((await reader.get(`/worklist/journeys/${journeyId}/attachments/${sha256}`)).html).toBe(file);
}

it('every statement of every role is needed by somebody', { timeout: 300_000 }, async () => {
  const secrets = { WebhookSecret: JSON.stringify({ ehr: [EHR], 'ehr-parking': [PARKING] }) };
  // As where people read mail: embedded, nobody is asked to confirm an address.
  // And where a site asks who is on site on the day of treatment; nobody has to be.
  const nobody = { thaw: 0, 'thaw-check': 0, bedside: 0, 'crs-icans': 0 };
  const sites = embeddedConfig().sites.map((site) => ({ ...site, policy: { ...site.policy, shiftCover: nobody } }));
  const templates = await synthTemplates({ proveAddresses: true, sites });
  const stage: TestStage = { ...(await testStage({ secrets, templates })), webhookSecret: EHR };
  const { stack, world } = stage;
  try {
    await writeShifts(stage);
    const [played] = await playTogether(stage, brief, [undefined]);
    expect(played?.unmet).toEqual([]);
    expect((await world.request('/ops/journeys?all=1', { method: 'GET' })).status).toBe(200);

    expect((await postReferral(stage, 'REFERRED')).status).toBe(201);
    // The order that follows is one for the same patient: somebody is asked whether it is the same course.
    expect(await postOrder(stage, { order: 'REFERRED' })).toMatchObject({ body: { status: 'parked' } });
    await reportEverything(stage, await orderJourney(stage, { order: 'REPORTED' }));
    await readAndOpen(stage);
    await letSomethingLapse(stage);
    await setPin(stage);
    await openAChange(stage);

    // Somebody whose mailbox is gone shall be asked too.
    const [coordinator] = exampleStaff.filter(({ id }) => id === 'coordinator');
    if (coordinator === undefined) throw new Error('expected a coordinator');
    const gone = { ...coordinator, id: 'gone', mail: 'bounce.gone@hospital.example' };
    await staffRegisterOf(stage.stack).putStaff(gone, EXAMPLE_JOINING, EXAMPLE_PIN);
    const journeyId = await orderJourney(stage, { order: 'STOPPED' });
    expect((await eventsOf(stage, journeyId)).map(({ type }) => type)).toContain('mail.bounced');
    for (const command of ['hold', 'resume']) expect((await stage.command(journeyId, command)).status).toBe(202);
    await stopTheHub(stage, journeyId);
    await loseTheSchedule(stage, journeyId);
    await stack.clock.advance(10 * DAY_MS);
    expect(stack.schedules().map(({ Name }) => Name)).toContain(journeyId);
    expect(stage.functionErrors).toEqual([]);

    // Coordinators of every site are told, but nobody works at the second: that mail waits for the sweep.
    const parked = await postOrder(stage, { order: 'PARKED', protocol: 'unheard-of', secret: PARKING });
    expect(parked).toMatchObject({ status: 202, body: { status: 'parked' } });
    await stack.clock.advance(3 * DAY_MS);
    const told = stack.outbox().filter(({ tags }) => tags.kind === 'message-parked');
    expect(told.map(({ to }) => to.join()).sort()).toEqual([gone.mail, coordinator.mail]);

    const unused = stack.unusedStatements().map(({ role, statement }) => `${role} ${statement.split('#')[1]}`);
    expect(unused).toEqual(EXPLAINED);
  } finally {
    await stack.stop();
  }
});

it('a permission that is missing is refused, and named', async () => {
  const stage = await testStage({ templates: await without('SendMail') });
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  try {
    await postOrder(stage);
    await stage.stack.clock.idle();
    expect(stage.stack.outbox()).toEqual([]);
    expect(logged.mock.calls.join('\n')).toMatch(
      /DispatchRole\/Dispatch is not authorized to perform: ses:SendEmail on resource: arn:aws:ses:/,
    );
  } finally {
    logged.mockRestore();
    await stage.stack.stop();
  }
});

/** The application's templates with one statement taken out of every policy. */
async function without(sid: string): Promise<readonly StackTemplate[]> {
  const templates = structuredClone(await synthTemplates());
  let taken = 0;
  for (const { template } of templates) {
    const { Resources = {} } = template as {
      Resources?: Record<string, { Properties?: { PolicyDocument?: { Statement?: { Sid?: string }[] } } }>;
    };
    for (const { Properties } of Object.values(Resources)) {
      const document = Properties?.PolicyDocument;
      if (!Array.isArray(document?.Statement)) continue;
      const kept = document.Statement.filter(({ Sid }) => Sid !== sid);
      taken += document.Statement.length - kept.length;
      document.Statement = kept;
    }
  }
  if (taken === 0) throw new Error(`Templates: expected a statement ${sid}`);
  return templates;
}
