/** Ways by which open dossiers come under a new version of their procedure (ADR 0029). */

/**
 * `grandfather`: they stay under their version. `rebaseline`: the limit of the new version, counted from the original start.
 * `rescale`: the share of the old limit that is unused is the share of the new one that remains. `mostFavourable`: of the old and the
 * rebaselined limit the one that ends earlier for the applicant.
 */
export const AMENDMENT_POLICIES = ['grandfather', 'rebaseline', 'rescale', 'mostFavourable'] as const;
export type AmendmentPolicy = (typeof AMENDMENT_POLICIES)[number];

/** What was done to the limit of one dossier: with `mostFavourable` it may be `kept`. */
export const LIMIT_MEASURES = ['kept', 'rebaselined', 'rescaled'] as const;
export type LimitMeasure = (typeof LIMIT_MEASURES)[number];
