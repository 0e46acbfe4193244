/** What is known of a stored file, by the last part of the names of its controls. */
export const FILE_PARTS = ['sha256', 'mediaType', 'size'] as const;
