/** Domain time in whole seconds (RFC 7519 NumericDate): what `iat` and `exp` are written and compared in. */
import { instantFromMillis, millisOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';

export function secondsOf(instant: Instant): number {
  return Math.floor(millisOf(instant) / 1_000);
}

export function instantOfSeconds(seconds: number): Instant {
  return instantFromMillis(seconds * 1_000);
}
