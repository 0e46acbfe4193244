// Words of the protocol files that code knows without their schema: functions read protocols, only a release checks them.

/** Where a rule is in force. */
export const JURISDICTIONS = ['EU', 'GB', 'CH', 'US', 'CA', 'JP', 'AU'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** The word for every indication of the label, in place of a list. */
export const ANY_INDICATION = 'any';

/**
 * What must stand before conditioning is started: the product accepted and in storage at the centre, or certified with
 * its delivery confirmed, or neither because it is made while conditioning goes on.
 */
export const GO_BASES = ['accepted-on-site', 'certified-and-delivery-confirmed', 'made-during-conditioning'] as const;

/** What is collected from whom; `none` for a product made from stock. Decides whether the journey has a collection. */
export const STARTING_MATERIALS = ['leukapheresis', 'mobilised-apheresis', 'biopsy', 'none'] as const;
