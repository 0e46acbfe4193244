import { existsSync } from 'node:fs';
import { parseJourneyId } from '../../lambdas/domain/identifiers/journey-id.ts';
import { callOps } from './api.ts';
import { jsonFile } from './json-text.ts';
import { Trouble } from './trouble.ts';

/** The dossier of a journey as its stack hands it out. */
export async function dossierFrom(url: string, id: string): Promise<unknown> {
  const journeyId = parseJourneyId(id);
  if (!journeyId.ok) throw new Trouble(`${id}: no such file, and no journey id. ${journeyId.refusal.message}`);
  return (await callOps(url, `/ops/journeys/${journeyId.value}/dossier`)).body;
}

/** A dossier by the name of its file, or else that of the journey with this id. */
export const givenDossier = async (url: string, idOrFile: string): Promise<unknown> =>
  existsSync(idOrFile) ? jsonFile(idOrFile) : dossierFrom(url, idOrFile);
