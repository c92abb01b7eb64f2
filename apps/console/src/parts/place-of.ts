/** What is found of areas, in words and as a place. */
import type { Areas, Place } from '@lien-thong/client';

export type Area = Areas['areas'][number];

export function areaName({ kind, fullName, district, province }: Area): string {
  return [fullName, district, kind === 'province' ? null : province].filter((part) => part !== null).join(', ');
}

/** An old unit is sent as such: the service knows what has become of it, and says so when it was divided. */
export function placeOf({ kind, code }: Pick<Area, 'kind' | 'code'>): Place {
  return kind === 'oldUnit' ? { oldCode: code } : { communeCode: code };
}
