import { defineCommand } from 'citty';
import { signatureVerifiers } from '../../lambdas/adapters/signature-verifiers.ts';
import { attachmentsOf } from '../../lambdas/domain/attachments/attachments-of.ts';
import { missingAttachments } from '../../lambdas/domain/audit/verify-attachments.ts';
import { type DossierVerdict, eventsOf } from '../../lambdas/domain/audit/verify-dossier.ts';
import { verifyWholeDossier } from '../../lambdas/domain/audit/verify-passkeys.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { URL_OPTION } from './api.ts';
import { checksumsIn } from './checksums-in.ts';
import { dossierFrom, givenDossier } from './given-dossier.ts';
import { printJson } from './print.ts';
import { thisRelease } from './this-release.ts';
import { Trouble } from './trouble.ts';

export const verify = defineCommand({
  meta: {
    name: 'verify',
    description: 'Verifies a dossier on this machine: a file, or that of a journey; exit 1 on any finding',
  },
  args: {
    id: { type: 'positional', required: true, description: 'journey id, or a dossier file' },
    head: { type: 'string', description: 'hash of an event kept elsewhere; without it a cut-off end is not excluded' },
    attachments: {
      type: 'string',
      description: 'folder of the attached files, by any names; each that the dossier names must be there unchanged',
    },
    url: URL_OPTION,
  },
  run: async ({ args }) => {
    const head = args.head?.trim().toLowerCase();
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
      throw new Trouble(`--head: got ${head.length} characters, expected 64 of 0-9 a-f`);
    }
    const given = await givenDossier(args.url, args.id);
    const options = { release: thisRelease(), ...(head === undefined ? {} : { head }) };
    const verdict = await verifyWholeDossier(given, options, signatureVerifiers);
    const judged = withFiles(verdict, eventsOf(given), args.attachments);
    printJson(judged);
    process.exitCode = judged.verified ? 0 : 1;
  },
});

/** The same verdict, and what is wrong with the files it names; without their folder, how many were not checked. */
function withFiles(
  verdict: DossierVerdict,
  events: readonly JourneyEvent[],
  folder: string | undefined,
): DossierVerdict {
  if (folder === undefined) {
    const count = attachmentsOf(events).length;
    const note = `${count} attached files are named and were not checked: give their folder (--attachments DIR).`;
    return count === 0 ? verdict : { ...verdict, notes: [...verdict.notes, note] };
  }
  const findings = [...verdict.findings, ...missingAttachments(events, checksumsIn(folder))];
  return { ...verdict, findings, verified: verdict.verified && findings.length === 0 };
}

export const dossier = defineCommand({
  meta: {
    name: 'dossier',
    description: 'Prints the dossier of a journey: every event as sealed; `atmp verify FILE` checks it offline',
  },
  args: {
    id: { type: 'positional', required: true, description: 'journey id' },
    url: URL_OPTION,
  },
  run: async ({ args }) => printJson(await dossierFrom(args.url, args.id)),
});
