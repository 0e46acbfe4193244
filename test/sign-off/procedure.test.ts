import { expect, test } from 'vitest';
import { documents } from '../../lambdas/domain/registers/documents.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterRecord } from '../../lambdas/domain/registers/record.ts';
import { FIRST_DAY } from '../../local/scenario/embedded-stage.ts';
import { trySigning } from '../../local/scenario/people.ts';
import { registersOf } from '../../local/scenario/place.ts';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import { value } from '../support/journey-driver.ts';
import { aDocument } from '../support/register-entries.ts';
import { testStage } from '../support/stage.ts';
import { newestLink, orderJourney } from '../support/stage-order.ts';
import { signedInReader } from './bench.ts';

const REFERRAL = {
  ...{ referralReference: 'R-1', diagnosisCode: 'C83.3', priorTherapies: ['R-CHOP'] },
  ...{ identityChecked: true, carerNamed: true },
};

test('what a site configures reaches the page: the procedure beside the form, among what is signed, with its link; and once it is withdrawn nothing is authorised by it', async () => {
  const of = { Order: { id: 'SOP-ORD-1', version: '2' } };
  const procedures = [{ site: EXAMPLE_SITE, of, address: 'https://documents.example/{id}/{version}' }];
  const stage = await testStage({ templates: await synthTemplates({ procedures }) });
  try {
    const journeyId = await orderJourney(stage, { order: 'order-1' });
    const link = newestLink(stage, journeyId, 'Register the referral');
    const { html } = await (await signedInReader(stage, link)).get(`${link}?lang=en`);
    expect(html).toContain(
      '<a href="https://documents.example/SOP-ORD-1/2" target="_blank" rel="noopener noreferrer">',
    );
    expect(html).toContain('<dt>Procedure (SOP)</dt><dd>SOP-ORD-1</dd>');
    expect(html).toContain('<dt>Version of the procedure</dt><dd>2</dd>');

    const registers = registersOf(stage.stack);
    const keep = async (status: 'effective' | 'withdrawn', before?: RegisterRecord) => {
      const entry = aDocument({ document: 'SOP-ORD-1', version: '2', status, reviewDue: '2027-12-31' });
      const stated = { site: EXAMPLE_SITE, id: 'SOP-ORD-1/2', by: 'qa', why: 'as it is', at: FIRST_DAY };
      const kept = value(keepRecord(documents, { ...stated, entry }, before));
      if (kept !== null) value(await registers.keep([kept]));
      return kept?.record;
    };
    await keep('withdrawn', await keep('effective'));
    const { html: closedPage } = await (await signedInReader(stage, link)).get(`${link}?lang=en`);
    expect(closedPage).toContain(
      'Receipt of a product (SOP-ORD-1 version 2)</a>: its status is withdrawn. Who sees to it: ',
    );
    const answer = { decision: 'registered', after: 'PT1H', evidence: () => REFERRAL };
    const signed = await trySigning(stage.world, link, answer, 'Europe/Berlin', []);
    expect(signed).toMatchObject({
      reply: { status: 403, body: { detail: { gates: [{ gate: 'procedure-effective' }] } } },
    });
  } finally {
    await stage.stack.stop();
  }
});
