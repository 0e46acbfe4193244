/** The rung of one occasion, by which it is told once. */
export const occasionOf = (rung: string, of: string): string => `${rung}-${of}`;
