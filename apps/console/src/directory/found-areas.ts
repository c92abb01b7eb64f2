/** Places as the search finds them, and as a procedure asks for them. */
import type { AreaFacts } from '@lien-thong/client';
import { placeOf } from '../parts/place-of.js';
import type { Area } from '../parts/place-of.js';

/** Which criterion counts is the procedure's business: the place is given under each of them. */
export function factsOf({ kind, code }: Pick<Area, 'kind' | 'code'>): AreaFacts {
  const place = placeOf({ kind, code });
  return { residence: place, assetLocation: place, headOffice: place };
}

/** `oldUnit:21475`, as it stands in the address; null when it is none. */
export function areaOfAddress(text: string | undefined): Pick<Area, 'kind' | 'code'> | null {
  const [, kind, code] = /^(commune|oldUnit):(\d{1,8})$/.exec(text ?? '') ?? [];
  return kind === undefined || code === undefined ? null : { kind: kind as Area['kind'], code };
}

export function addressOf({ kind, code }: Pick<Area, 'kind' | 'code'>): string {
  return `${kind}:${code}`;
}
