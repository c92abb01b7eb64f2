/** Who owned which minutes, recounted from the journal: a list of times at which the owner changed, and the minutes in between. */
import type { DossierEvent } from '@lien-thong/domain';
import { allInPlace } from './in-place.js';
import type { PlainRules } from './rules.js';
import { DETECTED, REMARKS, asReadAt, isFinalPhase, minuteOfText, nameOf, opening, tell } from './story.js';
import type { Story } from './story.js';

export interface OwnedMinutes {
  /** Minute of reception, and of the end or of the count; null when it was never received. */
  readonly from: number | null;
  readonly to: number | null;
  readonly byOwner: ReadonlyMap<string, number>;
}

const carrier = (copy: string): string => (copy === 'paper' ? 'publicPost' : 'exchange');

/** The agency whose opinion has been open longest, ties by the key. */
function waitedFor({ opinions }: Story): string | null {
  let first: { key: string; at: string; agency: string } | null = null;
  for (const [key, { open, at, agency }] of opinions) {
    if (!open) continue;
    if (first === null || at < first.at || (at === first.at && key < first.key)) first = { key, at, agency };
  }
  return first?.agency ?? null;
}

/** DESIGN 4.4, row by row. */
function ownerOf(story: Story): string | null {
  const { phase, receiver, competent } = story;
  if (story.received === null || isFinalPhase(phase)) return null;
  switch (phase) {
    case 'suspended':
      return story.ground === 'systemOutage' ? 'system' : 'external';
    case 'awaitingSupplement':
    case 'awaitingPayment':
      return 'applicant';
    case 'inTransfer':
      return carrier(story.copy);
    case 'resultInTransfer':
      return carrier(story.resultCopy);
    case 'awaitingAcceptance':
      return story.addressed;
    case 'decided':
      return competent;
    case 'readyForReturn':
      return story.notified ? 'applicant' : receiver;
    case 'processing':
      if (story.forwarding) return receiver;
      return story.steps.size > 0 ? competent : (waitedFor(story) ?? competent);
    default:
      return receiver;
  }
}

interface Owned {
  readonly owner: string;
  readonly phase: string;
  readonly from: number;
}

/** Minutes by owner up to `until`, or the end if that was earlier. Agencies go by their id, other owners by their kind. */
export function recountOwners(journal: readonly DossierEvent[], rules: PlainRules, until: number): OwnedMinutes {
  const byOwner = new Map<string, number>();
  let story: Story | null = null;
  const open: { since: Owned | null; to: number | null } = { since: null, to: null };
  let from: number | null = null;
  const close = (at: number) => {
    if (open.since === null) return;
    const minutes = rules.minutes.between(open.since.from, at);
    byOwner.set(open.since.owner, (byOwner.get(open.since.owner) ?? 0) + minutes);
    open.to = Math.max(at, open.since.from);
  };
  for (const event of allInPlace(asReadAt(journal, journal.length))) {
    story ??= opening(event);
    tell(story, event);
    if (DETECTED.includes(nameOf(event)) || REMARKS.includes(nameOf(event))) continue;
    const owner = ownerOf(story);
    const stays = owner === (open.since?.owner ?? null);
    if (stays && open.since?.phase === story.phase) continue;
    // Every fact counts from its own time, whenever it was learnt.
    const at = Math.max(minuteOfText(event.occurredAt), open.since?.from ?? 0);
    close(at);
    open.since = owner === null ? null : { owner, phase: story.phase, from: at };
    if (owner !== null) from ??= at;
  }
  close(Math.max(until, open.since?.from ?? until));
  return { from, to: open.to, byOwner };
}
