import { Trouble } from './trouble.ts';

/** The URL of a path under a base, which may have a path of its own: the stage of an API Gateway (`https://…/live`). */
export function urlUnder(base: string, path: string): URL {
  if (!URL.canParse(base))
    throw new Trouble(`URL: got ${base}, expected one such as https://integration.hospital.example`);
  return new URL(path.replace(/^\/+/, ''), base.endsWith('/') ? base : `${base}/`);
}

/** True for this machine: where the embedded stack listens, which asks for no signature. */
export function isLoopback(base: string): boolean {
  const { hostname } = urlUnder(base, '');
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
