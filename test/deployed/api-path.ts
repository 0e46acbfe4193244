import type { Outputs } from './deploy.ts';

type Apis = Pick<Outputs, 'peopleApiUrl' | 'integrationApiUrl'>;

/** Where an emulator serves an API: the outputs name a host of amazonaws.com, of which only its id and the stage count. */
export const apiBase = (url: string): string => {
  const { hostname, pathname } = new URL(url);
  return `/_aws/execute-api/${hostname.split('.')[0]}${pathname.replace(/\/$/, '')}`;
};

/** The path of a route on the API it belongs to: sign-offs are the people's, everything else is for systems. */
export const apiPath = ({ peopleApiUrl, integrationApiUrl }: Apis, path: string): string =>
  `${apiBase(path.startsWith('/sign-offs/') ? peopleApiUrl : integrationApiUrl)}${path}`;
