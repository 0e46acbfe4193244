import { expect, test } from 'vitest';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import { testStage } from '../support/stage.ts';
import { newestLink, orderJourney } from '../support/stage-order.ts';
import { signedInReader } from './bench.ts';

test('what a site configures reaches the page: the procedure beside the form, among what is signed, with its link', async () => {
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
  } finally {
    await stage.stack.stop();
  }
});
