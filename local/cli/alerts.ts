import { defineCommand } from 'citty';
import pc from 'picocolors';
import * as z from 'zod';
import { parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import { type ActedOn, actedOn, addedUp } from '../../lambdas/domain/telling/acted-on.ts';
import { callOps, URL_OPTION } from './api.ts';
import { print, printJson } from './print.ts';

export const alerts = defineCommand({
  meta: {
    name: 'alerts',
    description: 'Which reminders are acted on within a day by whom they went to, and how many mails people get',
  },
  args: {
    url: URL_OPTION,
    site: { type: 'string', description: 'whose people; without it only the reminders are shown' },
    days: { type: 'string', default: '30', description: 'of how many days mails are counted' },
    json: { type: 'boolean', default: false },
  },
  run: async ({ args }) => {
    const rungs = await rungsOf(args.url);
    const people = args.site === undefined ? [] : peopleOf(await mailsOf(args.url, args.site, args.days));
    if (args.json) printJson({ rungs, people });
    else print(alertsText(rungs, people));
  },
});

const page = z.object({ journeys: z.array(z.object({ journeyId: z.string() })), next: z.string().nullable() });
const log = z.object({ events: z.array(z.unknown()) });

async function rungsOf(url: string): Promise<readonly ActedOn[]> {
  const now = new Date().toISOString();
  const figures: ActedOn[] = [];
  let next: string | null = '';
  do {
    const { body } = await callOps(url, `/ops/journeys?all=1${next === '' ? '' : `&from=${encodeURIComponent(next)}`}`);
    const { journeys, next: after } = page.parse(body);
    for (const { journeyId } of journeys) {
      const { events } = log.parse((await callOps(url, `/ops/journeys/${journeyId}?after=0`)).body);
      const read = events.map(parseEvent);
      // Of a virtual clock the newest event says how late it is at least.
      const last = read.at(-1)?.recordedAt ?? now;
      figures.push(...actedOn(read, last > now ? last : now));
    }
    next = after;
  } while (next !== null);
  return addedUp(figures);
}

const day = z.object({
  person: z.string(),
  day: z.string(),
  info: z.number(),
  due: z.number(),
  critical: z.number(),
  digest: z.number(),
});
type Day = z.infer<typeof day>;

async function mailsOf(url: string, site: string, days: string): Promise<readonly Day[]> {
  const query = new URLSearchParams({ site, days });
  return z.object({ mails: z.array(day) }).parse((await callOps(url, `/ops/mails?${query}`)).body).mails;
}

/** What one person was sent: in all, and on the day of most mails. */
export interface Noise {
  readonly person: string;
  readonly days: number;
  readonly mails: Readonly<Record<'info' | 'due' | 'critical' | 'digest', number>>;
  readonly mostADay: number;
}

export function peopleOf(days: readonly Day[]): readonly Noise[] {
  const sum = (of: readonly Day[], kind: keyof Noise['mails']): number => of.reduce((all, one) => all + one[kind], 0);
  return [...Map.groupBy(days, ({ person }) => person)]
    .map(([person, own]) => ({
      person,
      days: own.length,
      mails: {
        info: sum(own, 'info'),
        due: sum(own, 'due'),
        critical: sum(own, 'critical'),
        digest: sum(own, 'digest'),
      },
      mostADay: Math.max(...own.map(({ info, due, critical, digest }) => info + due + critical + digest)),
    }))
    .toSorted((one, other) => other.mostADay - one.mostADay);
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

export function alertsText(rungs: readonly ActedOn[], people: readonly Noise[]): string {
  const told = rungs.map(
    ({ step, rung, class: mailClass, told: times, actedOn: acted }) =>
      `  ${percent(acted, times).padStart(5)}  ${`${acted} of ${times}`.padEnd(12)} ${mailClass.padEnd(9)} ${step}: ${rung}`,
  );
  const noise = people.map(
    ({ person, days, mails: { info, due, critical, digest }, mostADay }) =>
      `  ${person.padEnd(24)} at most ${mostADay} a day, on ${days} days: ${info} info, ${due} due, ${critical} critical, ${digest} digests`,
  );
  return [
    pc.bold('Reminders acted on within a day by whom they went to, least first'),
    ...(told.length === 0 ? ['  none was told yet'] : told),
    ...(noise.length === 0 ? [] : ['', pc.bold('Mails by person'), ...noise]),
  ].join('\n');
}
