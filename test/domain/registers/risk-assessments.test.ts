import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hazard } from '../../../lambdas/domain/registers/hazards.ts';
import { type RiskAssessment, riskAssessments } from '../../../lambdas/domain/registers/risk-assessments.ts';
import { aHazard, aRiskAssessment } from '../../support/register-entries.ts';

const closedBecause = (hazard: Partial<Hazard>) =>
  riskAssessments.standing(aRiskAssessment({ hazards: [aHazard(hazard)] })).closedBecause;
const action = { action: 'One bag on a rack', actionOwner: 'ann', due: '2026-03-01' };
const rating = fc.integer({ min: 1, max: 10 });

describe('a risk assessment', () => {
  it('closes on every risk over its threshold that nobody accepted, and on no other', () => {
    fc.assert(
      fc.property(rating, rating, rating, fc.boolean(), (severity, occurrence, detection, accepted) => {
        const acceptance = accepted ? { acceptedBy: 'chris', acceptedOn: '2026-01-09' } : {};
        const closed = closedBecause({ severity, occurrence, detection, ...acceptance }) !== undefined;
        expect(closed).toBe(severity * occurrence * detection > 100 && !accepted);
      }),
    );
  });

  it('counts what remains once an action is done', () => {
    const high = { severity: 10, occurrence: 5, detection: 5, ...action };
    expect(closedBecause(high)).toContain('risk priority number 250, over 100');
    const residual = { doneOn: '2026-02-20', residualSeverity: 10, residualOccurrence: 2, residualDetection: 2 };
    expect(closedBecause({ ...high, ...residual })).toBeUndefined();
  });

  it('closes until an action is done that must be done before use', () => {
    expect(closedBecause({ ...action, beforeUse: true })).toBe(
      'not done, and to be done before use: “One bag on a rack” (ann)',
    );
    expect(closedBecause({ ...action, beforeUse: true, doneOn: '2026-02-20' })).toBeUndefined();
    expect(closedBecause(action)).toBeUndefined();
  });

  it.each<[string, Partial<RiskAssessment>, Partial<RiskAssessment> | undefined, string]>([
    ['effective straight from a draft', {}, { status: 'draft' }, 'status: got effective after draft'],
    ['back from superseded', {}, { status: 'superseded' }, 'status: got effective after superseded'],
    ['by one person', { team: ['ann'] }, undefined, 'team: got 1'],
    ['by one person named twice', { team: ['ann', 'ann'] }, undefined, 'team: got 2'],
    ['without hazards', { hazards: [] }, undefined, 'hazards: got none'],
    ['approved by its team', { approver: 'ann' }, undefined, 'approver: got ann of the team'],
    ['approved by its reviewer', { approver: 'chris' }, undefined, 'approver: got the reviewer'],
    ['due for review after a year', { reviewDue: '2027-02-02' }, undefined, 'expected 2027-02-01 or earlier'],
    ['with a laxer threshold than approved', { threshold: 110 }, {}, 'threshold: got another than before'],
    ['used since another day', { effectiveFrom: '2026-01-20' }, {}, 'effectiveFrom: got another than before'],
    ['rated anew', { hazards: [aHazard({ severity: 1 })] }, {}, 'hazards: got other than approved'],
    ['with one hazard less', { hazards: [aHazard()] }, { hazards: [aHazard(), aHazard()] }, 'got other than approved'],
  ])('is refused %s', (_, over, before, expected) => {
    expect(riskAssessments.misfit(aRiskAssessment(over), before && aRiskAssessment(before))).toContain(expected);
  });

  it.each<[string, Partial<Hazard>, string]>([
    ['an action of nobody', { action: 'One bag on a rack' }, 'without owner or due day'],
    ['what is done without an action', { doneOn: '2026-02-01' }, 'expected to be told which'],
    ['some residual ratings', { ...action, doneOn: '2026-02-01', residualSeverity: 1 }, 'got 1 residual ratings'],
    [
      'residual ratings before anything is done',
      { ...action, residualSeverity: 1, residualOccurrence: 1, residualDetection: 1 },
      'once the action is done',
    ],
    ['an acceptance of no day', { acceptedBy: 'chris' }, 'a person of acceptance alone'],
    ['whose risk its own owner accepts', { ...action, acceptedBy: 'ann', acceptedOn: '2026-02-01' }, 'another person'],
  ])('is refused with a hazard that has %s', (_, over, expected) => {
    expect(riskAssessments.misfit(aRiskAssessment({ hazards: [aHazard(over)] }), undefined)).toContain(expected);
  });

  it('goes on with what is done and who accepts the rest', () => {
    const before = aRiskAssessment({ hazards: [aHazard({ ...action, beforeUse: true })] });
    const done = { ...action, beforeUse: true, doneOn: '2026-02-20', acceptedBy: 'chris', acceptedOn: '2026-02-21' };
    expect(riskAssessments.misfit(aRiskAssessment({ hazards: [aHazard(done)] }), before)).toBeNull();
  });

  it('has no threshold that no site may have', () => {
    expect(riskAssessments.entry().safeParse(aRiskAssessment({ threshold: 126 })).success).toBe(false);
  });
});
