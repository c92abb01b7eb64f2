/** I6 exactly once, I7 convergence, I9 no event without commit, I10 order; and who is told, of I12. */
import type { AgencyId } from '@lien-thong/domain';
import type { Applied } from '../actors/consumer.js';
import type { Delivery } from '../../ports/bus.js';
import type { FeedEntry } from '../../ports/store.js';
import { concerned, consultedOn } from '../plain/audience.js';
import { NO_ACT, isFinalPhase, nameOf } from '../plain/story.js';
import type { RowChange } from '../world/watched-database.js';
import { first, journals } from './evidence.js';
import type { Complaint, Evidence, Told } from './evidence.js';

/** I9 at the broker: what is handed over stands in the feed, committed. */
export function nothingUncommitted({ agencyId, n, event }: Delivery, { database }: Evidence): Complaint {
  const entry = database.feed.get(agencyId)?.[n - 1];
  if (entry?.eventId === event.id) return null;
  return `${event.id} went out as number ${n} of ${agencyId} and is not committed`;
}

/** I9 in the rows: a change has its facts, and the version counts the acts of parties among them. */
export function changesHaveFacts({ id, before, after, events }: RowChange): Complaint {
  if (events.length === 0) return `${id} was changed without a fact`;
  const acts = events.filter((event) => !NO_ACT.includes(nameOf(event))).length;
  const [was, is] = [before?.dossier.version ?? 0, after.dossier.version];
  if (is !== was + acts) return `${id}: version ${was} became ${is} by ${acts} acts`;
  const seq = after.events.length;
  return after.dossier.seq === seq ? null : `${id}: seq ${after.dossier.seq} with ${seq} facts`;
}

/** I9 of the relay: what its mark says was handed over, the broker has taken. */
export function marksAreTrue({ database, handedOver }: Evidence): Complaint {
  return first(database.feedCounters, ([agencyId, { relayed }]) => {
    const taken = handedOver.get(agencyId);
    for (let n = 1; n <= relayed; n++) {
      if (taken?.has(n) !== true) return `the relay's mark of ${agencyId} is ${relayed}, and ${n} never went out`;
    }
    return null;
  });
}

/** I10 in the feed: numbers without a gap, given in the order of commits. */
export function numbersWithoutGap(feed: readonly FeedEntry[], { database }: Evidence): Complaint {
  return first(new Set(feed.map(({ agencyId }) => agencyId)), (agencyId) => {
    const entries = database.feed.get(agencyId) ?? [];
    const wrong = entries.findIndex(({ n }, i) => n !== i + 1);
    return wrong === -1 ? null : `number ${entries[wrong]?.n} stands at place ${wrong + 1} in the feed of ${agencyId}`;
  });
}

/** I6 and I12 at the source: a fact stands in the feeds of those it concerns, once each, and in nobody else's. */
export function toldToWhomItConcerns({ event, before, after }: Told, feed: readonly FeedEntry[]): Complaint {
  const ended = before !== null && isFinalPhase(before.phase);
  const should = new Set([...concerned(before), ...concerned(after), ...consultedOn(event, { ended }, after)]);
  const told = feed.filter(({ eventId }) => eventId === event.id).map(({ agencyId }) => String(agencyId));
  const what = `${event.dossierId} seq ${event.seq} ${nameOf(event)}`;
  const stranger = told.find((agencyId) => !should.has(agencyId));
  if (stranger !== undefined) return `${what} was told to ${stranger}, whom it does not concern`;
  const left = [...should].find((agencyId) => !told.includes(agencyId));
  if (left !== undefined) return `${what} was not told to ${left}`;
  return told.length === new Set(told).size ? null : `${what} was told twice`;
}

/** I6 at an agency: a fact it applies is one of its feed, and new to it. */
export function appliedOnce(fact: Applied, known: ReadonlySet<string>, where: AgencyId): Complaint {
  return known.has(fact.eventId) ? `${where} applied ${fact.eventId} twice` : null;
}

/** I10 at an agency: numbers 1, 2, 3…, and so each dossier in the order of its journal. */
export function appliedInOrder(fact: Applied, previous: Applied | undefined, where: AgencyId): Complaint {
  const should = (previous?.n ?? 0) + 1;
  return fact.n === should ? null : `${where} applied number ${fact.n} where ${should} comes next`;
}

/** I7: when all is quiet every agency has applied its whole feed, and the receiver of a dossier its whole journal. */
export function converged(evidence: Evidence): Complaint {
  const { database, consumers } = evidence;
  const behind = first(consumers, ({ agencyId, log }) => {
    const entries = database.feed.get(agencyId) ?? [];
    if (log.length !== entries.length) return `${agencyId} has applied ${log.length} of ${entries.length} facts`;
    const wrong = entries.findIndex(({ eventId }, i) => log[i]?.eventId !== eventId);
    return wrong === -1 ? null : `${agencyId} applied something else as its number ${wrong + 1}`;
  });
  return behind ?? first(journals(evidence), ([id, events]) => journalApplied(evidence, { id, events }));
}

function journalApplied(
  { consumers }: Evidence,
  { id, events }: { id: string; events: readonly { readonly id: string; readonly data: object }[] },
): Complaint {
  const [opened] = events;
  const pin = opened !== undefined && 'pin' in opened.data ? (opened.data.pin as { receivingAgency: string }) : null;
  const receiver = consumers.find(({ agencyId }) => agencyId === pin?.receivingAgency);
  if (receiver === undefined) return null;
  const applied = receiver.log.filter(({ dossierId }) => dossierId === id).map(({ eventId }) => eventId);
  const same = applied.length === events.length && events.every((event, i) => applied[i] === event.id);
  return same
    ? null
    : `${receiver.agencyId} knows ${applied.length} of the ${events.length} facts of its own dossier ${id}`;
}

/** I7 of the relay: when all is quiet nothing lies behind its marks. */
export function nothingLeftBehind({ database }: Evidence): Complaint {
  return first(database.feedCounters, ([agencyId, { relayed, last }]) =>
    relayed === last ? null : `${last - relayed} facts of ${agencyId} still wait for the relay`,
  );
}
