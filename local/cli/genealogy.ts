import { defineCommand } from 'citty';
import { genealogyFromDossier } from '../../lambdas/domain/audit/dossier-genealogy.ts';
import { originsOf } from '../../lambdas/domain/journey/genealogy.ts';
import { URL_OPTION } from './api.ts';
import { givenDossier } from './given-dossier.ts';
import { printJson } from './print.ts';
import { Trouble } from './trouble.ts';

export const genealogy = defineCommand({
  meta: {
    name: 'genealogy',
    description:
      'Prints what was collected and made for a journey and what became of it; or what a container came from',
  },
  args: {
    id: { type: 'positional', required: true, description: 'journey id, or a dossier file' },
    container: { type: 'string', description: 'only this container, back to its batch and donation' },
    batch: { type: 'string', description: 'of this batch, where containers of several bear one name' },
    url: URL_OPTION,
  },
  run: async ({ args: { id, container, batch, url } }) => {
    const outcome = genealogyFromDossier(await givenDossier(url, id));
    if (!outcome.ok) throw new Trouble(outcome.refusal.message);
    if (container === undefined) {
      printJson(outcome.value);
      return;
    }
    const { chainOfIdentity, journeyId, patient } = outcome.value;
    const origins = originsOf(outcome.value, batch === undefined ? { container } : { container, batch });
    if (origins.length === 0)
      throw new Trouble(`--container: got one that was never certified for journey ${journeyId}`);
    printJson({
      journeyId,
      patient,
      chainOfIdentity,
      origins: origins.map(({ container: line, batch: { containers: _all, ...of }, donation }) => ({
        container: line,
        batch: of,
        donation: { donationNumber: donation.donationNumber, seq: donation.seq },
      })),
    });
  },
});
