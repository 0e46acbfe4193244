import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../lib/bundles/bundle.ts';
import { LANGUAGE_FILES, languageFiles, SPEAKING } from '../lib/constructs/language-files.ts';
import { JOBS, OPTIONAL_JOBS } from '../lib/jobs.ts';

/**
 * `node bin/bundle.ts JOB FOLDER`: all that is deployed of a function. Source maps are several times the code and would slow every thrown
 * error, so they are not shipped but put beside the release, in `dist/source-maps/JOB`. What is said to people lies beside the code, a
 * file for each language.
 */
const [name, outdir] = process.argv.slice(2);
const known = [...JOBS, ...OPTIONAL_JOBS];
const job = known.find((one) => one === name);
if (job === undefined || outdir === undefined)
  throw new Error(`Bundle: got job ${name} and folder ${outdir}, expected one of ${known.join(', ')} and a folder`);
await bundle(job, outdir, { sourceMaps: true });
const maps = fileURLToPath(new URL(`../dist/source-maps/${job}`, import.meta.url));
mkdirSync(maps, { recursive: true });
for (const map of globSync(join(outdir, '*.map'))) {
  copyFileSync(map, join(maps, basename(map)));
  rmSync(map);
}
if (SPEAKING.includes(job)) {
  for (const file of globSync(join(languageFiles(), `*.${LANGUAGE_FILES}`)))
    copyFileSync(file, join(outdir, basename(file)));
}
