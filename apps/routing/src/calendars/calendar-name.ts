/** How a calendar is called in addresses: `national`, `province-31`, `desk-haiphong-hai-an`. */
import { z } from 'zod';

export type Layer = 'national' | 'province' | 'closure';

/** A layer whose versions are administered. `layerId`: `national`, a province code, or the agency whose desk it is. */
export interface CalendarKey {
  readonly layer: Layer;
  readonly layerId: string;
}

const NAME = /^(?:national|province-\d{2}|desk-[a-z0-9][a-z0-9.-]{1,60})$/;

export const calendarNameSchema = z
  .string()
  .regex(NAME)
  .describe('national, province-<mã tỉnh>, desk-<mã cơ quan> · the country, a province, the desk of an agency');

/** The layer a well-formed name stands for. */
export function keyOfName(name: string): CalendarKey {
  if (name === 'national') return { layer: 'national', layerId: 'national' };
  const dash = name.indexOf('-');
  const layer = name.slice(0, dash) === 'province' ? 'province' : 'closure';
  return { layer, layerId: name.slice(dash + 1) };
}

export function nameOfKey({ layer, layerId }: CalendarKey): string {
  if (layer === 'national') return layer;
  return `${layer === 'province' ? 'province' : 'desk'}-${layerId}`;
}

/** Number of a version in an address. */
export const calendarVersionSchema = z.coerce.number().int().min(1).max(100_000);
