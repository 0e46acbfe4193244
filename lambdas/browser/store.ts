import { hex } from './intent.ts';

export interface Stored {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

interface Refused {
  readonly problem: string;
}

/** Stores a file for the step of the page, under the checksum computed here: another file than the one on this device is never taken for it. */
export async function store(file: File): Promise<Stored | Refused> {
  const bytes = await file.arrayBuffer();
  const sha256 = hex(await window.crypto.subtle.digest('SHA-256', bytes));
  const reply = await fetch(`${location.pathname}/attachments`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream', 'x-content-sha256': sha256 },
    body: bytes,
  });
  if (reply.status === 413) return { problem: 'too-large' };
  const said = (await reply.json()) as Stored & { readonly detail?: Refused };
  if (reply.status === 201 && said.sha256 === sha256) return said;
  return { problem: said.detail?.problem ?? 'failed' };
}
