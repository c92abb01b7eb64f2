import { dayOf, isoOfDay, minuteOf } from '@lien-thong/domain';
import type { AgencyId, DossierEvent, Instant } from '@lien-thong/domain';
import type { Reference } from '../ports/reference.js';
import type { CodeCounter, StoreTransaction } from '../ports/store.js';
import { awaitsCode } from './stamp.js';
import type { Draft, Track } from './track.js';

/** Whose identifier leads the code of a dossier (DESIGN 4.7). */
export type CodeOwner = 'competent' | 'receiving';

/** Before the code of a dossier that has only been submitted, or is held until somebody competent is found. */
const PROVISIONAL = 'TAM.';

interface CodeNeed extends CodeCounter {
  readonly eventId: string;
}

export interface CodeRules {
  readonly reference: Reference;
  readonly codeOwner: CodeOwner;
}

/** YYMMDD of the day in Viet Nam. */
function codeDay(at: Instant): string {
  return isoOfDay(dayOf(minuteOf(at)))
    .slice(2)
    .replaceAll('-', '');
}

function identifierOf(reference: Reference, agencyId: AgencyId): string {
  const agency = reference.agency(agencyId);
  if (agency === null) throw new Error(`no agency ${agencyId} in the directory`);
  return agency.identifier;
}

/** The agency whose identifier leads the code, by the owner the installation has chosen. */
function ownerOfCode(event: DossierEvent, receiver: AgencyId, codeOwner: CodeOwner): AgencyId {
  const resolved =
    event.type === 'dossier.received.v1' || event.type === 'dossier.jurisdictionResolved.v1'
      ? event.data.resolution
      : null;
  return codeOwner === 'competent' && resolved !== null ? resolved.agencyId : receiver;
}

/** Counter of the code an event awaits. The day is that of reception, also when the jurisdiction was found days later. */
function needOf({ event, after }: Draft, { reference, codeOwner }: CodeRules): CodeNeed | null {
  if (!awaitsCode(event)) return null;
  const { receivingAgency } = after.dossier.pin;
  const day = codeDay(after.dossier.receivedAt ?? event.occurredAt);
  if (after.dossier.codeProvisional) {
    return { eventId: event.id, scope: `${PROVISIONAL}${identifierOf(reference, receivingAgency)}`, day };
  }
  const owner = ownerOfCode(event, receivingAgency, codeOwner);
  return { eventId: event.id, scope: identifierOf(reference, owner), day };
}

/** `H24.113-261123-0007`; more digits after 9999. */
export function formatCode({ scope, day }: CodeCounter, n: number): string {
  return `${scope}-${day}-${String(n).padStart(4, '0')}`;
}

/** Needs of one counter together, counters sorted so that two batches never wait for each other. */
function byCounter(needs: readonly CodeNeed[]): readonly (CodeCounter & { readonly eventIds: readonly string[] })[] {
  const counters = new Map<string, CodeCounter & { readonly eventIds: string[] }>();
  for (const { scope, day, eventId } of needs) {
    const counter = counters.get(`${scope}-${day}`);
    if (counter === undefined) counters.set(`${scope}-${day}`, { scope, day, eventIds: [eventId] });
    else counter.eventIds.push(eventId);
  }
  return [...counters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counter]) => counter);
}

/** The codes the tracks await, by event id: one statement. */
export async function takeCodes(
  tx: Pick<StoreTransaction, 'takeCodes'>,
  tracks: readonly Track[],
  rules: CodeRules,
): Promise<ReadonlyMap<string, string>> {
  const needs = tracks.flatMap(({ drafts }) => drafts.flatMap((draft) => needOf(draft, rules) ?? []));
  const codes = new Map<string, string>();
  if (needs.length === 0) return codes;
  const counters = byCounter(needs);
  const firsts = await tx.takeCodes(
    counters.map(({ scope, day, eventIds }) => ({ scope, day, count: eventIds.length })),
  );
  counters.forEach((counter, i) => {
    const first = firsts[i];
    if (first === undefined) throw new Error('the store gave fewer code numbers than were asked for');
    counter.eventIds.forEach((eventId, k) => codes.set(eventId, formatCode(counter, first + k)));
  });
  return codes;
}
