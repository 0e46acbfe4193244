import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CommandName } from '../../../lambdas/domain/commands/command.ts';
import type { Gate } from '../../../lambdas/domain/gates/gate.ts';
import type { StepState } from '../../../lambdas/domain/journey/state.ts';
import { type Outcome, ok } from '../../../lambdas/domain/outcome.ts';
import { claimStep } from '../../../lambdas/domain/sign-off/claim-step.ts';
import type { Signer } from '../../../lambdas/domain/sign-off/permission.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { PHASES, type Role, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { personIn, SITE, valuesOf } from '../../support/builders.ts';
import { everythingRefusing, lapsedIn, PROCEDURE, type Refusing, whileClosed } from '../../support/closed-gates.ts';
import { deputyOf } from '../../support/delegations.ts';
import { type JourneyDriver, type Signing, value } from '../../support/journey-driver.ts';
import { Machines } from '../../support/machines.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

// Which layer stands for which route. Everything that people sign, on a page, as JSON, from the worklist, by PIN, passkey or sign-in at the
// hospital, is recorded by `recordSignOff` alone; the first test holds that against the source. So its routes are tried here for every gate of
// every step, with what differs between them: how the signer proved who they are, who did it, when, in whose place, and what was shown. What
// operations and machines can do is tried here with their commands and with `openStep`. That the doors before it, drafts, claims, nonces and
// restarted machines, lead nowhere else is shown with the real handlers in `test/sign-off/every-door.test.ts`.

const WRITES_SIGNED = /\.write\(\s*'(?:step\.decided|checklist\.recorded)'/;
const CALLS_RECORDING = /(?<!function )\brecordSignOff\(/;

test('what a person signs is written in two places, which one function alone leads to', () => {
  const sources = globSync('lambdas/**/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const matching = (what: RegExp) => sources.flatMap(({ path, text }) => (what.test(text) ? [path] : [])).toSorted();
  expect(matching(WRITES_SIGNED)).toEqual([
    'lambdas/domain/sign-off/record-checklist-item.ts',
    'lambdas/domain/sign-off/record-sign-off.ts',
  ]);
  // `intended.ts` only foretells it, for what a key signs.
  expect(matching(CALLS_RECORDING)).toEqual(['lambdas/domain/sign-off/intended.ts', 'lambdas/sign-off/sign.ts']);
});

/** A step with something that gates refuse, in a journey in which it is open. */
interface Scene {
  readonly journey: JourneyDriver;
  readonly machines: Machines;
  readonly step: StepState;
  readonly refusing: Refusing;
}

const rolesOf = ({ step, item }: Refusing): readonly Role[] => item?.roles ?? [steps[step].role];

/** Whoever does it, whatever of them a gate looks at being lapsed. */
const doer = ({ refusing }: Scene, who = refusing.item?.secondTo === undefined ? 'a' : 'b'): Signer => ({
  ...personIn(rolesOf(refusing).slice(0, 1), who),
  ...lapsedIn(refusing),
});

function attempt({ journey, step, refusing }: Pick<Scene, 'journey' | 'step' | 'refusing'>, signing: Signing) {
  const { decision, item } = refusing;
  if (item === undefined) return journey.sign(step, decision ?? '', signing);
  const [container] = ['container'].filter(() => item.per === 'container').map(() => 'bag-1-1');
  const evidence = { ...valuesOf(item.item, journey), ...(container === undefined ? {} : { container }) };
  return journey.record(step, item.item, { evidence, ...signing });
}

/** The same signature, made in every other way. */
const SIGNED: Readonly<Record<string, (scene: Scene) => Signing>> = {
  'by PIN, from page, form or program': () => ({}),
  'by passkey': (scene) => ({ signer: { ...doer(scene), assurance: 'passkey' } }),
  'by sign-in at the hospital': (scene) => ({ signer: { ...doer(scene), assurance: 'oidc' } }),
  'as of a stated time': ({ journey }) => ({ occurredAt: journey.now }),
  'entered from paper': (scene) => ({
    signer: doer(scene, 'enters'),
    paper: { performer: doer(scene) },
    occurredAt: scene.journey.now,
  }),
  'entered from their own paper': (scene) => ({ paper: { performer: doer(scene) }, occurredAt: scene.journey.now }),
  'as deputy of the role': (scene) => ({
    signer: { ...doer(scene, 'deputy'), roles: [], deputises: rolesOf(scene.refusing) },
  }),
  "in somebody's place": (scene) => {
    const delegator = doer(scene, 'delegator');
    const signer = deputyOf(delegator, { ...personIn(['programme-lead'], 'stands-in'), ...lapsedIn(scene.refusing) });
    return { signer, delegator };
  },
};

const refOf = ({ phase, round, step }: StepState) => ({ phase, round, step });

const commanded = ({ journey, machines }: Scene, ...given: Parameters<JourneyDriver['command']>): void => {
  value(journey.command(...given));
  machines.deliver();
};

/** What people, operations and machines can do beside it in the hope that it is let through then; one after the other. */
const AFTER: Readonly<Record<string, (scene: Scene) => unknown>> = {
  'given to who signs': (scene) => commanded(scene, 'reassign', { ...refOf(scene.step), to: doer(scene).id }),
  'given back to all': (scene) => commanded(scene, 'reassign', refOf(scene.step)),
  'with a new link': (scene) => commanded(scene, 'reissue', refOf(scene.step)),
  'with its mail sent again': (scene) => commanded(scene, 'resend', refOf(scene.step)),
  'held and resumed': (scene) => {
    commanded(scene, 'hold');
    commanded(scene, 'resume');
  },
  'claimed from the worklist': ({ journey, step }) =>
    value(
      journey.change((scribe) => {
        const claimed = claimStep(scribe, refOf(step), {
          claimant: { ...personIn([steps[step.step].role]), active: true },
        });
        return claimed.ok ? ok({ value: claimed.value }) : claimed;
      }),
    ),
  'in a run started again from the log': (scene) => commanded(scene, 'resume-execution'),
  'with every callback sent again': ({ machines }) => machines.retry(),
  'opened once more by the newest run': ({ journey, step }) => journey.openStep(step, journey.state.run),
};

/** What a gate was passed by, or why else it was refused; empty where each of these gates refused it. */
function past(outcome: Outcome<unknown>, gates: readonly Gate[]): readonly string[] {
  if (outcome.ok) return ['recorded'];
  const { code, message, detail } = outcome.refusal;
  const closedOnes = ((detail?.gates ?? []) as readonly { readonly gate: string }[]).map(({ gate }) => gate);
  const open = gates.flatMap(({ name }) => (closedOnes.includes(name) ? [] : [`not by ${name}: ${code} ${message}`]));
  return open;
}

/** Every route to what is refused, each gate alone and all together; gives those that do not end at each of the gates. */
function routesPast(scene: Scene): readonly string[] {
  const { journey, step, refusing } = scene;
  const { gates } = refusing;
  const shown = journey.show(step);
  const tries = (closed: readonly Gate[], route: string, signing: Signing): readonly string[] => {
    // In a journey of its own, so that what gets past hides no other.
    const own = { ...scene, journey: journey.fork() };
    return whileClosed(own.journey, closed, () =>
      past(attempt(own, { signer: doer(scene), ...signing }), closed).map((found) => `${route}: ${found}`),
    );
  };
  const found = [
    ...gates.flatMap((gate) => tries([gate], 'alone', {})),
    ...Object.entries(SIGNED).flatMap(([route, signing]) => tries(gates, route, signing(scene))),
    ...Object.entries(AFTER).flatMap(([route, does]) => {
      whileClosed(journey, gates, () => does(scene));
      return tries(gates, route, {});
    }),
  ];
  // What was sent before all that, and is sent again: what it shows may have to be read anew first.
  const again = whileClosed(journey, gates, () => attempt(scene, { signer: doer(scene), shown }));
  return again.ok ? [...found, 'the same request again: recorded'] : found;
}

const hours = (journey: JourneyDriver): string => plus(journey.now, 'PT6H', 'UTC');

/** QA, or two roles together, say that this gate may be passed here. */
const WAYS: Readonly<Record<'qa-exemption' | 'emergency-continuation', readonly Role[]>> = {
  'qa-exemption': ['qa'],
  'emergency-continuation': ['physician', 'pharmacist'],
};
type Way = keyof typeof WAYS;

/** The ways in which a gate is passed at what it refuses. */
const waysPast = (scene: Scene, gate: Gate): readonly Way[] =>
  (Object.keys(WAYS) as Way[]).filter((way) => {
    const journey = scene.journey.fork();
    return whileClosed(journey, [gate], () => {
      const performer = doer(scene);
      for (const role of WAYS[way]) {
        const evidence = {
          gate: gate.name,
          exemptedUntil: hours(journey),
          explanation: 'let it pass',
          ...(gate.ofPerson === true ? { performer: performer.id } : {}),
        };
        journey.report(scene.step, way, { signer: personIn([role], 'lets-pass'), evidence, named: performer });
      }
      const outcome = attempt({ ...scene, journey }, { signer: performer });
      return past(outcome, [gate]).length > 0;
    });
  });

/** The ways that design 2.12 and ADR 0065 allow, in words of this test; every other gate is passed by nobody. */
const ALLOWED: Readonly<Record<string, Way>> = {
  competent: 'emergency-continuation',
  'shift-covered': 'emergency-continuation',
  'approvals-valid': 'qa-exemption',
  'site-ready': 'qa-exemption',
  'risk-assessed': 'qa-exemption',
  'agreement-in-date': 'qa-exemption',
  'procedure-effective': 'qa-exemption',
  'storage-qualified': 'qa-exemption',
  'major-deviations-triaged': 'qa-exemption',
  'no-critical-deviation-open': 'qa-exemption',
};
const allowedAt = ({ name }: Gate): readonly Way[] => [ALLOWED[name] ?? []].flat();

/** Everything that operations can do to a step. */
const COMMANDED: Readonly<Record<CommandName, (scene: Scene) => Readonly<Record<string, unknown>>>> = {
  hold: () => ({}),
  resume: () => ({}),
  cancel: () => ({}),
  'resume-execution': () => ({}),
  extend: ({ step, journey }) => ({ ...refOf(step), dueAt: plus(journey.now, 'P9D', 'UTC') }),
  reassign: ({ step }) => refOf(step),
  reissue: ({ step }) => refOf(step),
  resend: ({ step }) => refOf(step),
  'recheck-registers': () => ({ register: 'documents', id: 'SOP-1', version: 1, readiness: 1 }),
  correct: ({ journey }) => ({
    seq: Object.values(journey.state.steps).findLast(({ decision }) => decision !== undefined)?.decision?.seq ?? 1,
    occurredAt: { at: journey.state.order.orderedAt, zone: SITE.zone, known: 'stated' },
  }),
};

/** Commands after which the step is decided, or its checklist has more. */
const commandsThatSign = (scene: Scene): readonly string[] =>
  Object.entries(COMMANDED).flatMap(([command, args]) => {
    const journey = scene.journey.fork();
    const { length } = journey.events;
    whileClosed(journey, scene.refusing.gates, () => journey.command(command as CommandName, args(scene)));
    const signed = journey.events.slice(length).filter(({ type }) => SIGNING.includes(type));
    return signed.length === 0 ? [] : [command];
  });
const SIGNING: readonly string[] = ['step.decided', 'checklist.recorded', 'step.skipped'];

interface Found {
  readonly routesPast: readonly string[];
  readonly waysPast: Readonly<Record<string, readonly string[]>>;
  readonly commandsThatSign: readonly string[];
}

const nameOf = ({ step, decision, item }: Refusing): string => `${step}: ${decision ?? item?.item}`;

/** What is found of all that gates refuse in a step that is open. Each is tried in a journey of its own. */
function tryAll({ journey: before }: Walk, name: StepName): readonly (readonly [string, Found])[] {
  const step = before.step(name);
  return everythingRefusing
    .filter((refusing) => refusing.step === name)
    .map((refusing) => {
      const journey = before.fork();
      const scene = { journey, machines: new Machines(journey), step, refusing };
      return [
        nameOf(refusing),
        {
          commandsThatSign: commandsThatSign(scene),
          waysPast: Object.fromEntries(refusing.gates.map((gate) => [gate.name, waysPast(scene, gate)])),
          routesPast: routesPast(scene),
        },
      ];
    });
}

const walking = (): Walk => {
  const of = Object.fromEntries(PHASES.map((phase) => [phase, PROCEDURE]));
  return new Walk({ procedures: [{ site: SITE.id, of }] });
};

/** Ways to what does not lie on the straight path. */
const ASIDE: Readonly<Partial<Record<StepName, (walk: Walk) => unknown>>> = {
  'Resolve quarantine': (walk) => {
    walk.to('Accept receipt');
    walk.decide('Accept receipt', 'quarantined');
  },
  'Record the disposition': (walk) => {
    walk.to('Agree the delivery');
    report(walk, 'excursion');
  },
  'Confirm the resolution': (walk) => {
    walk.to('Agree the delivery');
    report(walk, 'identity-mismatch');
    walk.decide('Resolve the mismatch');
  },
};

function everythingTried(): ReadonlyMap<string, Found> {
  const straight = walking();
  const names = [...new Set(everythingRefusing.map(({ step }) => step))];
  return new Map(
    names.flatMap((name) => {
      const goesTo = ASIDE[name];
      const walk = goesTo === undefined ? straight : walking();
      if (goesTo === undefined) walk.to(name);
      else goesTo(walk);
      return tryAll(walk, name);
    }),
  );
}

const found = everythingTried();

describe.each(everythingRefusing.map((refusing) => [nameOf(refusing), refusing] as const))('%s', (name, { gates }) => {
  test('is recorded by no route while a gate is closed', () => {
    expect(found.get(name)?.routesPast).toEqual([]);
  });

  test('is let past each gate in the way of its class alone', () => {
    expect(found.get(name)?.waysPast).toEqual(Object.fromEntries(gates.map((gate) => [gate.name, allowedAt(gate)])));
  });

  test('is done by no command of operations', () => {
    expect(found.get(name)?.commandsThatSign).toEqual([]);
  });
});

test('every gate of every step is among them', () => {
  expect(new Set(everythingRefusing.flatMap(({ gates }) => gates.map((gate) => gate.name))).size).toBeGreaterThan(30);
});
