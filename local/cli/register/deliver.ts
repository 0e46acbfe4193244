import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { defineCommand } from 'citty';
import { MIRRORED, mirrorKey } from '../../../lambdas/domain/registers/mirrors.ts';
import { textFile } from '../json-text.ts';
import { print } from '../print.ts';
import { embeddedAws, TABLE_OPTIONS } from '../staff/register.ts';
import { Trouble } from '../trouble.ts';

/** Puts an export where the other system puts it: on AWS its own client of S3 does the same. */
export const deliverMirror = defineCommand({
  meta: {
    name: 'deliver',
    description: 'Puts the export of another system where it is taken from, all of it or nothing',
  },
  args: {
    file: { type: 'positional', required: true, description: 'CSV file with the columns that `export` writes' },
    site: { type: 'string', required: true, description: 'id of the site' },
    register: { type: 'string', required: true, description: `one of ${MIRRORED.join(', ')}` },
    bucket: {
      type: 'string',
      description: 'bucket of mirrors (output MirrorsBucket); without it the embedded stack at --url',
    },
    url: TABLE_OPTIONS.url,
  },
  run: async ({ args }) => {
    const register = MIRRORED.find((one) => one === args.register);
    if (register === undefined)
      throw new Trouble(`--register: got ${args.register}, expected one of ${MIRRORED.join(', ')}`);
    const { client, bucket } = await mirrorsAt(args);
    const key = mirrorKey(args.site, register);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: textFile(args.file) }));
    print(`${key}: put there. What is wrong with it is mailed to who answers for it.`);
  },
});

async function mirrorsAt({ bucket, url }: { readonly bucket?: string | undefined; readonly url: string }) {
  if (bucket !== undefined) return { client: new S3Client({}), bucket };
  const { where, mirrors } = await embeddedAws(url);
  return { client: new S3Client({ ...where, forcePathStyle: true }), bucket: mirrors };
}
