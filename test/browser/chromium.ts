import { type Browser, chromium } from 'playwright-core';
import { unpackedChromium } from './chromium-files.ts';

/** Our pages need no network beyond loopback, and a test should not wait for a browser that asks for updates. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/**
 * A real Chromium from the npm package, with nothing to install. Site isolation and web security stay on, so that a page's
 * Content-Security-Policy works as it does for people. Fails with the name of a system library if one is missing.
 */
export async function launchChromium(): Promise<Browser> {
  const { executable, libraries, fontConfig } = await unpackedChromium();
  const path = [libraries, process.env.LD_LIBRARY_PATH].filter((part) => part !== undefined && part !== '').join(':');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    return await chromium.launch({
      executablePath: executable,
      headless: true,
      args: [...QUIET, ...sandbox],
      env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: path, FONTCONFIG_FILE: fontConfig },
    });
  } catch (error) {
    const library = /error while loading shared libraries: ([^:\s]+)/.exec(String(error))?.[1];
    if (library === undefined) throw error;
    throw new Error(`Browser tests: Chromium needs the system library ${library}; install the package that has it.`, {
      cause: error,
    });
  }
}
