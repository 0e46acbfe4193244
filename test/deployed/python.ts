import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './child-processes.ts';
import { NotReady } from './expected-trouble.ts';
import { mendParallel } from './mend-parallel.ts';

/** The version the list of gaps was made with. */
const MINISTACK = '1.5.33';
const ASK_MACHINES =
  'import importlib.util as u; print(u.find_spec("ministack").submodule_search_locations[0] + "/services/stepfunctions.py")';
const ASK_VERSION = 'import importlib.metadata as m; print(m.version("ministack"))';

/** The path of MiniStack, mended, in a Python environment of its own that is made when it is not there. */
export async function installMiniStack(cacheDir: string): Promise<string> {
  const ministack = await install(cacheDir);
  mendParallel(await run(join(dirname(ministack), 'python'), ['-c', ASK_MACHINES]).then((file) => file.trim()));
  return ministack;
}

async function install(cacheDir: string): Promise<string> {
  const home = join(cacheDir, 'ministack-venv');
  const python = join(home, 'bin', 'python');
  const ministack = join(home, 'bin', 'ministack');
  if ((await said(python, ['-c', ASK_VERSION])) === MINISTACK) return ministack;
  const base = await findPython();
  rmSync(home, { recursive: true, force: true });
  mkdirSync(cacheDir, { recursive: true });
  await run(base, ['-m', 'venv', home]);
  try {
    await run(python, [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--quiet',
      '--retries',
      '2',
      `ministack==${MINISTACK}`,
    ]);
  } catch (cause) {
    rmSync(home, { recursive: true, force: true });
    throw new NotReady(
      `pip could not install ministack ${MINISTACK}. Is the Python package registry reachable (or PIP_INDEX_URL set)? ` +
        'An emulator that runs already can be named in AWS_ENDPOINT_URL instead. pip said: ' +
        (cause instanceof Error ? cause.message.slice(-600) : String(cause)),
      { cause },
    );
  }
  return ministack;
}

/** Finds a Python of 3.10 or newer that can make environments. Throws NotReady naming what to install. */
async function findPython(): Promise<string> {
  const install =
    'On Debian and Ubuntu: apt-get install python3 python3-venv. Or name a running emulator in AWS_ENDPOINT_URL.';
  let oldest: string | undefined;
  for (const name of ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10']) {
    const version = await said(name, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
    if (version === undefined) continue;
    oldest ??= version;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major !== 3 || minor < 10) continue;
    if ((await said(name, ['-c', 'import venv, ensurepip; print("yes")'])) === 'yes') return name;
    throw new NotReady(`Python ${version} is here, but without its modules venv and ensurepip. ${install}`);
  }
  throw new NotReady(`The emulator needs Python 3.10 or newer, got ${oldest ?? 'none'}. ${install}`);
}

/** What a program prints, or undefined when it is not there or fails. */
async function said(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run(command, args)).trim();
  } catch {
    return undefined;
  }
}
