import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { scenarioNamed } from '../../scenarios/index.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { embeddedStage } from '../scenario/embedded-stage.ts';
import { persistentWorld } from '../scenario/persistent-world.ts';
import { playScenario } from '../scenario/run-scenario.ts';
import { type DemoReport, demoReport } from './report.ts';
import { openingLine, timelineLine } from './timeline.ts';

export interface DemoOptions {
  readonly scenario: string;
  readonly protocol?: string | undefined;
  readonly seed: number;
  readonly data?: string | undefined;
  readonly faults?: FaultPlan | undefined;
  /** Told of each line of the timeline as it happens. */
  print(line: string): void;
  /** Milliseconds of the wall clock. */
  wallNow(): number;
}

/** Plays one patient's whole journey on the embedded stack; the report says whether all expectations held. */
export async function runDemo(options: DemoOptions): Promise<DemoReport> {
  const started = options.wallNow();
  const named = scenarioNamed(options.scenario);
  const scenario = { ...named, protocol: options.protocol ?? named.protocol };
  const stage = await embeddedStage({
    seed: options.seed,
    inHospital: scenario.inHospital === true,
    ...(options.data === undefined ? {} : { dataDir: options.data }),
    ...(options.faults === undefined ? {} : { faults: options.faults }),
  });
  const world = options.faults === undefined ? stage.world : persistentWorld(stage.world);
  try {
    let zone = 'UTC';
    const log: JourneyEvent[] = [];
    const played = await playScenario(world, scenario, {
      webhookSecret: stage.webhookSecret,
      order: `ORDER-${options.seed}-${started}`,
      onOpened: (opening, at) => options.print(openingLine(opening, at, zone)),
      onEvents: (events) => {
        for (const event of events) {
          if (event.type === 'journey.opened') zone = event.data.site.zone;
          const line = timelineLine(event, zone, log);
          log.push(event);
          if (line !== undefined) options.print(line);
        }
      },
    });
    return demoReport(scenario, played, stage.stack, options.wallNow() - started);
  } finally {
    await stage.stack.stop();
  }
}
