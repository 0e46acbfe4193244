import { SFNClient } from '@aws-sdk/client-sfn';
import type { Endpoint } from '../../../local/cli/signed-request.ts';
import { CASES, titleOf } from '../../local/step-functions/suite/cases.ts';
import { DIFFERENCES, NOT_PLAYED } from '../../local/step-functions/suite/differences.ts';
import { playCase } from './case-on-emulator.ts';
import { unlike } from './seen.ts';
import { toldFunctions } from './told-functions.ts';
import { type Difference, unlisted } from './unlisted.ts';

/**
 * Plays the suite of the interpreter on the emulator, all cases side by side, because most of the time passes in waiting.
 * What is not as the list of differences says, in words; nothing when all is.
 */
export async function playSuite(
  endpoint: Endpoint,
): Promise<{ readonly line: string; readonly problems: readonly string[] }> {
  const began = Date.now();
  const { url, region, accessKeyId, secretAccessKey } = endpoint;
  const sfn = new SFNClient({ endpoint: url, region, credentials: { accessKeyId, secretAccessKey } });
  const functions = await toldFunctions(endpoint);
  try {
    const cases = CASES.filter((given) => NOT_PLAYED[titleOf(given)] === undefined);
    const seen = new Map<string, Difference | undefined>();
    await Promise.all(
      cases.map(async (given, number) => {
        const other = unlike(
          given,
          await playCase({ sfn, region, functions }, given, `Suite-${began.toString(36)}-${number}`),
        );
        seen.set(titleOf(given), other && { emulator: other.seen, we: other.said });
      }),
    );
    const took = ((Date.now() - began) / 1000).toFixed(1);
    return {
      line: `suite of the interpreter: ${cases.length} cases, ${Object.keys(DIFFERENCES).length} differences, ${took} s`,
      problems: unlisted(seen, DIFFERENCES),
    };
  } finally {
    functions.close();
    sfn.destroy();
  }
}
