import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { BY_USE, NOT_OF_A_JOURNEY, usdBeforeMail, usdMail } from '../../local/aws/prices.ts';
import { joined, type Usage } from '../../local/aws/usage.ts';
import { embeddedStage } from '../../local/scenario/embedded-stage.ts';
import { playScenario } from '../../local/scenario/run-scenario.ts';
import { scenarioNamed } from '../../scenarios/index.ts';

/** So long an instance of a function is kept idle; nobody promises more. */
const INSTANCES_LIVE_MS = 10 * 60 * 1000;

export interface JourneyCost {
  readonly usage: Usage;
  /** US cents. */
  readonly beforeMail: number;
  readonly mail: number;
  /** What one run of the sweep used; it is paid by the deployment. */
  readonly aSweep: Usage;
  /** US cents for one page opened. */
  readonly aPage: number;
  readonly byService: readonly {
    readonly service: string;
    readonly unit: string;
    readonly cents: number;
    readonly units: string;
  }[];
  /** Milliseconds of one invocation on this machine, by function. */
  readonly handlers: readonly { readonly name: string; readonly ms: number }[];
  readonly byStep: readonly { readonly step: string; readonly times: number; readonly cents: number }[];
  readonly signedSteps: number;
  readonly events: number;
  readonly wallMs: number;
}

const CENTS = 100;

/**
 * Plays the whole course of one patient and prices what it used. `alone`: no other journey keeps the functions warm, so
 * that every burst of work meets new instances; that is the dearest a journey can be.
 */
export async function journeyCost(instances: 'alone' | 'warm'): Promise<JourneyCost> {
  const stage = await embeddedStage({
    seed: 1,
    ...(instances === 'alone' ? { instancesLiveMs: INSTANCES_LIVE_MS } : {}),
  });
  try {
    const used = (): Usage => stage.stack.meter.without(...NOT_OF_A_JOURNEY);
    const steps = new Map<string, { times: number; cents: number }>();
    const before = used();
    let last = before;
    let step = 'Order';
    const began = performance.now();
    const { events, unmet } = await playScenario(stage.world, scenarioNamed('happy'), {
      webhookSecret: stage.webhookSecret,
      order: 'bench-1',
      onEvents: (fresh) => {
        const now = used();
        const decided = decidedIn(fresh);
        step = decided ?? stepOf(fresh) ?? step;
        const row = steps.get(step) ?? { times: 0, cents: 0 };
        row.cents += usdBeforeMail(minus(now, last)) * CENTS;
        if (decided !== undefined) row.times += 1;
        steps.set(step, row);
        last = now;
      },
    });
    const wallMs = performance.now() - began;
    if (unmet.length > 0) throw new Error(`bench: the usual course did not hold: ${unmet.join('; ')}`);
    const usage = minus(used(), before);
    return {
      usage,
      beforeMail: usdBeforeMail(usage) * CENTS,
      mail: usdMail(usage) * CENTS,
      aSweep: each(stage.stack.meter.by().get('Sweep'), ({ lambdaInvocations }) => lambdaInvocations),
      aPage:
        usdBeforeMail({
          ...each(stage.stack.meter.by().get('SignOff'), ({ httpRequests }) => httpRequests),
          dynamoWrites: 0,
        }) * CENTS,
      byService: BY_USE.map(({ service, unit, usd, units }) => ({
        service,
        unit,
        units: `${figure(units(usage))} × ${unit}`,
        cents: usd * units(usage) * CENTS,
      })),
      handlers: [...stage.stack.meter.by()].flatMap(([name, { lambdaInvocations, lambdaMs }]) =>
        lambdaInvocations === 0 ? [] : [{ name, ms: lambdaMs / lambdaInvocations }],
      ),
      byStep: [...steps].map(([name, row]) => ({ step: name, ...row })).toSorted((a, b) => b.cents - a.cents),
      signedSteps: events.filter(({ by }) => by.kind === 'person').length,
      events: events.length,
      wallMs,
    };
  } finally {
    await stage.stack.stop();
  }
}

/** Shares of a usage. */
function each(usage: Usage | undefined, count: (usage: Usage) => number): Usage {
  if (usage === undefined) throw new Error('bench: a function that every course needs was not invoked');
  return joined(usage, usage, (value) => value / count(usage));
}

const minus = (one: Usage, other: Usage): Usage => joined(one, other, (now, then) => now - then);

const figure = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

const decidedIn = (events: readonly JourneyEvent[]): string | undefined => {
  const decided = events.findLast((event) => event.type === 'step.decided');
  return decided?.data.step;
};

/** What is asked, reminded of or recorded belongs to its step as well. */
const stepOf = (events: readonly JourneyEvent[]): string | undefined => {
  const about = events.findLast(({ data }) => 'step' in data);
  return about !== undefined && 'step' in about.data ? String(about.data.step) : undefined;
};
