import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import { sitePolicy } from '../domain/journey/site-policy.ts';
import { LANGUAGES } from '../domain/language.ts';
import { lazily } from '../domain/lazily.ts';
import { mirrorSource } from '../domain/registers/mirrors.ts';
import { siteProcedures } from '../domain/steps/procedure.ts';
import { siteTelling } from '../domain/telling/site-telling.ts';
import type { Runtime } from './runtime.ts';

/** Every function knows the release that it is and the table it works on. */
export const commonEnvironment = {
  RELEASE_VERSION: z.string().min(1),
  RELEASE_COMMIT: z.string().min(1),
  JOURNEYS_TABLE: z.string().min(1),
  /** Set only where a test moves time; synth refuses it for production. */
  CLOCK_OFFSET: z.literal('journeys-table').optional(),
} as const;

/** Set where the deployment has an OpenID Connect provider: pages offer to sign, or to sign in, there. */
export const oidcOffered = z.literal('yes').optional();

/** A value that is given as JSON text. */
export const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, issue) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        issue.addIssue('expected JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

export const sites = lazily(() =>
  jsonOf(
    z
      .array(
        z.object({
          id: z.string(),
          zone: z.string(),
          language: z.enum(LANGUAGES),
          name: z.string().optional(),
          policy: sitePolicy(),
        }),
      )
      .min(1),
  ),
);
/** The hospital's alarm server, where there is one. */
export const alarmServerAt = lazily(() => jsonOf(z.object({ url: z.url(), secretArn: z.string().min(1) })));

/** The registers whose master is another system, which puts its exports where they are taken from. */
export const mirrors = lazily(() => jsonOf(z.array(mirrorSource())));

/** Whether addresses of staff are proved by test mails. */
export const proveAddresses = z.enum(['monthly', 'off']).transform((when) => when === 'monthly');

/** How sites tell their people. */
export const telling = lazily(() =>
  jsonOf(z.array(z.object({ id: z.string(), zone: z.string(), telling: siteTelling().optional() })).min(1)),
);

/** The procedures that sites have named for their steps. */
export const procedures = lazily(() => jsonOf(z.array(siteProcedures())).optional());

/** By site, where its procedures are read. */
export const procedureAddresses = lazily(() => jsonOf(z.record(z.string(), z.string())).optional());

export type Sites = z.infer<ReturnType<typeof sites>>;

/** Parses the environment of a function once, at cold start; a missing or wrong value stops it there, by name. */
export function environment<S extends z.ZodRawShape>({ env }: Pick<Runtime, 'env'>, shape: S): z.infer<z.ZodObject<S>> {
  const parsed = z.object(shape).safeParse(env);
  if (parsed.success) return parsed.data;
  throw new Fault(`Environment of this function: ${z.prettifyError(parsed.error)}. Check the stack that deploys it.`);
}
