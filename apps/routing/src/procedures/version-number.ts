import { z } from 'zod';

/** Number of a version in an address. */
export const versionNumberSchema = z.coerce.number().int().min(1).max(100_000);
