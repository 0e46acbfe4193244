import { expect, test } from 'vitest';
import { atBedside } from '../../support/bedside.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const notices = ({ journey }: Walk, ...what: readonly string[]) =>
  journey.history.flatMap(({ effect }) =>
    effect.kind === 'mail' && effect.notice.about === 'journey' && what.includes(effect.notice.what)
      ? [effect.notice]
      : [],
  );

test.each(['given', 'partly-given'])('when the product is %s, pharmacist and registry are told', (decision) => {
  const walk = new Walk();
  walk.to('Give the product');
  expect(notices(walk, 'product-given')).toEqual([]);
  walk.decide('Give the product', decision);
  expect(notices(walk, 'product-given')).toMatchObject([{ to: ['pharmacist', 'registry'], class: 'info' }]);
});

test('a product that was not given is told to nobody', () => {
  const walk = new Walk();
  walk.to('Give the product');
  walk.decide('Give the product', 'remake');
  expect(notices(walk, 'product-given')).toEqual([]);
});

test('a new malignancy at a visit calls QA and the physician, and the notice does not name it', () => {
  const finding = { about: 'journey', what: 'finding-recorded', class: 'critical', to: ['qa', 'physician'] };
  for (const newMalignancy of [true, false]) {
    const walk = sceneOf('Record follow-up visit');
    const usual = evidenceOf(walk.journey.step('Record follow-up visit'), 'attended', walk.journey);
    walk.decide('Record follow-up visit', 'attended', { evidence: { ...usual, newMalignancy } });
    expect(notices(walk, 'finding-recorded')).toEqual(
      newMalignancy ? [{ ...finding, detail: 'Record follow-up visit' }] : [],
    );
  }
});

test('a positive marker of the donor calls QA and the physician', () => {
  for (const hcv of ['positive', 'negative']) {
    const walk = sceneOf('Check donor tests');
    const markers = { hiv: 'negative', hbsAg: 'negative', antiHbc: 'negative', hcv, syphilis: 'negative' };
    const usual = evidenceOf(walk.journey.step('Check donor tests'), 'tested', walk.journey);
    walk.decide('Check donor tests', 'tested', { evidence: { ...usual, markers, makerDecision: 'decision 1' } });
    expect(notices(walk, 'finding-recorded')).toMatchObject(
      hcv === 'positive' ? [{ to: ['qa', 'physician'], class: 'critical', detail: 'Check donor tests' }] : [],
    );
  }
});

test('a defect after thawing calls at once who decides on it, and who tells the maker; other deviations call QA', () => {
  const walk = new Walk();
  walk.to('Give the product');
  value(atBedside(walk, 'inspected-after-thaw', { evidence: { intact: false } }));
  value(atBedside(walk, 'thaw-started', { container: 'bag-9-9' }));
  expect(notices(walk, 'deviation')).toMatchObject([
    {
      to: ['qa', 'physician', 'pharmacist', 'cell-lab', 'coordinator'],
      class: 'critical',
      detail: 'defect-after-thaw',
    },
    { to: ['qa'], class: 'critical', detail: 'wrong-container' },
  ]);
});
