/** Places as the search finds them, and as a procedure asks for them. */
import type { AreaFacts, Areas } from '@lien-thong/client';

export type FoundArea = Areas['areas'][number];

/** Which criterion counts is the procedure's business: the place is given under each of them. */
export function factsOf({ kind, code }: Pick<FoundArea, 'kind' | 'code'>): AreaFacts {
  const place = kind === 'oldUnit' ? { oldCode: code } : { communeCode: code };
  return { residence: place, assetLocation: place, headOffice: place };
}

/** `oldUnit:21475`, as it stands in the address; null when it is none. */
export function areaOfAddress(text: string | undefined): Pick<FoundArea, 'kind' | 'code'> | null {
  const [, kind, code] = /^(commune|oldUnit):(\d{1,8})$/.exec(text ?? '') ?? [];
  return kind === undefined || code === undefined ? null : { kind: kind as FoundArea['kind'], code };
}

export function addressOf({ kind, code }: Pick<FoundArea, 'kind' | 'code'>): string {
  return `${kind}:${code}`;
}
