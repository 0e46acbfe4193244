import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Job } from '../jobs.ts';
import { entryPath } from './options.ts';

const script = fileURLToPath(new URL('../../bin/bundle.ts', import.meta.url));

/** The code of a function, bundled when its stack is synthesised; in a process of its own, because synthesis cannot wait. */
export const functionCode = (job: Job): Code =>
  Code.fromAsset(dirname(entryPath(job)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for by the CDK, and never run: what is bundled here needs no container. By the command it tells functions apart.
      image: DockerImage.fromRegistry('none'),
      command: [script, job],
      local: {
        tryBundle: (outdir) => {
          execFileSync('node', [script, job, outdir], { stdio: ['ignore', 'ignore', 'inherit'] });
          return true;
        },
      },
    },
  });
