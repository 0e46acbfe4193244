/** When a schedule fires next. Times are epoch milliseconds, UTC. */
export interface Timing {
  /** True for `at(…)`: it fires once. */
  readonly once: boolean;
  /** The first instant after `afterMs`; `anchorMs` is when the schedule was made. */
  next(afterMs: number, anchorMs: number): number;
}

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads `at(yyyy-mm-ddThh:mm:ss)`, `rate(n minutes|hours|days)` and `cron(minute hour * * ? *)`, in UTC.
 *
 * @throws Error saying what was expected
 */
export function parseTiming(expression: string): Timing {
  const [, form, inside = ''] = /^(at|rate|cron)\(([^)]*)\)$/.exec(expression) ?? [];
  switch (form) {
    case 'at':
      return at(inside);
    case 'rate':
      return rate(inside);
    case 'cron':
      return cron(inside);
    default:
      throw new Error(`Invalid Schedule Expression ${expression}. Expected at(…), rate(…) or cron(…)`);
  }
}

function at(inside: string): Timing {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(inside) ? Date.parse(`${inside}Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw new Error(`Invalid Schedule Expression at(${inside}). Expected at(yyyy-mm-ddThh:mm:ss)`);
  return { once: true, next: () => ms };
}

function rate(inside: string): Timing {
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(inside) ?? [];
  const period = Number(count) * (UNIT_MS[unit] ?? Number.NaN);
  if (!(period > 0))
    throw new Error(`Invalid Schedule Expression rate(${inside}). Expected rate(n minutes), hours or days`);
  return {
    once: false,
    next: (afterMs, anchorMs) => anchorMs + (Math.floor(Math.max(0, afterMs - anchorMs) / period) + 1) * period,
  };
}

function cron(inside: string): Timing {
  const [minute = '', hour = '', ...rest] = inside.split(/\s+/);
  const minutes = values(minute, 59);
  const hours = values(hour, 23);
  if (
    rest.length !== 4 ||
    rest.some((part) => part !== '*' && part !== '?') ||
    minutes === undefined ||
    hours === undefined
  ) {
    throw new Error(
      `Schedule cron(${inside}): the embedded stack knows cron(minute hour * * ? *) with numbers, lists, * and */n`,
    );
  }
  return {
    once: false,
    next: (afterMs) => {
      for (let ms = Math.floor(afterMs / 60_000) * 60_000 + 60_000; ; ) {
        const date = new Date(ms);
        if (!hours.has(date.getUTCHours())) ms = Math.floor(ms / 3_600_000) * 3_600_000 + 3_600_000;
        else if (!minutes.has(date.getUTCMinutes())) ms += 60_000;
        else return ms;
      }
    },
  };
}

function values(part: string, largest: number): ReadonlySet<number> | undefined {
  const all = Array.from({ length: largest + 1 }, (_, value) => value);
  if (part === '*') return new Set(all);
  const step = /^(?:\*|0)\/(\d+)$/.exec(part)?.[1];
  if (step !== undefined && Number(step) > 0) return new Set(all.filter((value) => value % Number(step) === 0));
  const list = part.split(',').map((value) => (/^\d+$/.test(value) ? Number(value) : Number.NaN));
  return list.every((value) => value <= largest) ? new Set(list) : undefined;
}
