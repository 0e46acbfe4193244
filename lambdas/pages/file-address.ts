/** Where a file of a journey is opened by who may see the journey, signed or not. */
export const fileAddress = (journeyId: string, sha256: string): string =>
  `/worklist/journeys/${journeyId}/attachments/${sha256}`;
