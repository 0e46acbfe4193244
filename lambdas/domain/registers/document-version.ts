/** As a document with its version is looked for, and as people read it. */
export const documentVersion = (id: string, version: string): string => `${id} version ${version}`;
