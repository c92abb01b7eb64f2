/** I1 one place, I3 at most once, I12 authority. */
import type { RowChange } from '../world/watched-database.js';
import { isFinalPhase, nameOf } from '../plain/story.js';
import type { Story } from '../plain/story.js';
import { first, journals } from './evidence.js';
import type { Complaint, Evidence, Told } from './evidence.js';
import { mayDo } from './rights.js';

const WITH_RECEIVER = ['submitted', 'received', 'jurisdictionPending', 'transferReturned', 'readyForReturn'];
const ON_THE_WAY = ['inTransfer', 'awaitingAcceptance'];
const WITH_COMPETENT = ['processing', 'awaitingPayment', 'decided', 'resultInTransfer'];

/** Where a dossier in that story may lie; null when it lies nowhere it could. */
function placeOf(story: Story): 'receiver' | 'competent' | null {
  const phase = story.suspendedIn ?? story.phase;
  if (WITH_RECEIVER.includes(phase) || ON_THE_WAY.includes(phase)) return 'receiver';
  if (WITH_COMPETENT.includes(phase)) return 'competent';
  if (phase !== 'awaitingSupplement') return null;
  return story.received === null ? 'receiver' : 'competent';
}

/**
 * I1: one place until the end. Custody is with the receiver until somebody accepts, then with who accepted, then with the receiver
 * again; a transfer is open exactly while the dossier is on its way; nothing runs or waits after the end.
 */
export function onePlace({ id, after }: RowChange, story: Story): Complaint {
  const { dossier, clocks, segments } = after;
  if (dossier.phase !== story.phase) return `${id} stands in ${dossier.phase}, its journal in ${story.phase}`;
  if (dossier.holder !== story.holder) return `${id} is held by ${dossier.holder}, accepted by ${story.holder}`;
  const open = [...segments.values()].filter(({ to }) => to === null).length;
  if (isFinalPhase(story.phase)) {
    if (open > 0) return `${id} has ended and somebody still owns its minutes`;
    const live = [...clocks.values()].find(({ status }) => status !== 'stopped');
    return live === undefined ? null : `${id} has ended and ${live.id} is ${live.status}`;
  }
  if (open !== (story.received === null ? 0 : 1)) return `${id} has ${open} owners at once`;
  const phase = story.suspendedIn ?? story.phase;
  if (ON_THE_WAY.includes(phase) && (dossier.transfer === null || dossier.accepted)) {
    return `${id} is on its way without an open transfer`;
  }
  const place = placeOf(story);
  const holder = place === 'receiver' ? story.receiver : story.competent;
  return place !== null && holder === dossier.holder ? null : `${id} in ${story.phase} lies with ${dossier.holder}`;
}

/** I3: a request has at most one fact of its own; a dossier is decided and handed out once; no transfer ends twice. */
export function atMostOnce(evidence: Evidence): Complaint {
  const factsOf = new Map<string, number>();
  return first(journals(evidence), ([id, events]) => {
    const counts = new Map<string, number>();
    for (const event of events) {
      const name = nameOf(event);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const { officerId } = event.actor;
      if (officerId === null) continue;
      const done = (factsOf.get(officerId) ?? 0) + 1;
      factsOf.set(officerId, done);
      if (done > 1) return `request ${officerId} was done ${done} times (${id} seq ${event.seq})`;
    }
    const count = (name: string): number => counts.get(name) ?? 0;
    if (count('decided') > 1) return `${id} was decided twice`;
    if (count('resultReturned') > 1) return `${id} was handed out twice`;
    const sent = count('transferDispatched') + count('transferRedirected');
    const ended = count('transferAccepted') + count('transferRefused') + count('transferRecalled');
    return ended > sent ? `${id}: ${sent} transfers and ${ended} ends of one` : null;
  });
}

/** I12: every fact was the right of its actor, in that relation, at that time, and its actor is who sent the request. */
export function authority({ event, before }: Told, { operation }: Evidence): Complaint {
  const { actor } = event;
  const what = `${event.dossierId} seq ${event.seq} ${nameOf(event)}`;
  if (actor.kind !== 'engine') {
    const party = actor.officerId === null ? undefined : operation(actor.officerId)?.envelope.party;
    if (party === undefined) return `${what} comes from no request`;
    if (party.agencyId !== actor.agencyId || party.kind !== actor.kind) {
      return `${what} is signed by ${actor.agencyId}, sent by ${party.agencyId}`;
    }
  }
  return mayDo(event, before) ? null : `${what} was not for ${actor.agencyId ?? actor.kind} to do`;
}
