import { instantText } from '../words/format.js';

/** An instant on the clock of Viet Nam; nothing where there is none. */
export function Instant({ at }: { readonly at: string | null }) {
  return at === null ? <span aria-hidden="true">–</span> : <time dateTime={at}>{instantText(at)}</time>;
}
