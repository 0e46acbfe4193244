import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const packed = join(dirname(main), '..', 'bin');

/** Where the files of the browser are, unpacked from its npm package. */
export interface ChromiumFiles {
  readonly executable: string;
  /** NSS, NSPR and expat, which a bare Debian lacks; the package brings them. */
  readonly libraries: string;
  readonly fontConfig: string;
}

const filesIn = (folder: string): ChromiumFiles => ({
  executable: join(folder, 'chromium'),
  libraries: join(folder, 'al2023', 'lib'),
  fontConfig: join(folder, 'fonts.conf'),
});

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Unpacks the browser once per user and package version. Made aside and renamed when whole, so that test files running
 * at the same time never meet half a browser.
 */
export async function unpackedChromium(): Promise<ChromiumFiles> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const got = `${process.platform} ${process.arch}`;
    throw new Error(`Browser tests: @sparticuz/chromium holds a browser for linux x64 only, this machine is ${got}.`);
  }
  const { mtimeMs, size } = await stat(join(packed, 'chromium.br'));
  const folder = join(tmpdir(), `atmp-chromium-${process.getuid?.() ?? 0}-${size}-${Math.trunc(mtimeMs)}`);
  if (await exists(folder)) return filesIn(folder);
  const aside = await mkdtemp(`${folder}-`);
  await unpackInto(aside);
  await writeFile(join(aside, 'fonts.conf'), fontsOf(folder));
  await rename(aside, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // another test file was first
  });
  return filesIn(folder);
}

async function unpackInto(folder: string): Promise<void> {
  // The package unpacks into the system's temporary directory, which is read from the environment at each call.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((file) => inflate(join(packed, file))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Fonts of the machine if it has any, and the one in the package. Its cache would else fall where the tests are started. */
const fontsOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
