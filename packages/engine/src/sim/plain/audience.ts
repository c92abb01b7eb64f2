/** Whom a fact concerns, read from the text of the design: receiver, whoever has it or is to have it, and who was asked. */
import type { DossierEvent } from '@lien-thong/domain';
import { isFinalPhase } from './story.js';
import type { Story } from './story.js';

/** Agencies that are told everything as the dossier stands. */
export function concerned(story: Story | null): readonly string[] {
  if (story === null) return [];
  const agencies = [story.receiver];
  if (story.accepted && story.competent !== null) agencies.push(story.competent);
  const phase = story.suspendedIn ?? story.phase;
  const onTheWay = phase === 'inTransfer' || phase === 'awaitingAcceptance';
  if (onTheWay && story.addressed !== null) agencies.push(story.addressed);
  return agencies;
}

/** Facts entered together are about one opinion or about none. */
function opinionAmong(facts: readonly { readonly data: unknown }[]): string | null {
  const keys = facts.map(({ data }) => (data as Readonly<Record<string, unknown>>)['consultation']);
  const key = keys.find((each) => typeof each === 'string');
  return typeof key === 'string' ? key : null;
}

function opinionAbout(event: DossierEvent): string | null {
  if (event.type === 'dossier.timeCorrected.v1') return event.data.opinion;
  if (event.type === 'dossier.lateFactsEntered.v1') return opinionAmong(event.data.facts);
  if (event.type === 'dossier.conflictFound.v1') {
    return event.data.claim.kind === 'lateFacts' ? opinionAmong(event.data.claim.facts) : null;
  }
  if ('consultation' in event.data) return event.data.consultation;
  if (!('clockId' in event.data) || event.type === 'dossier.transferLapsed.v1') return null;
  const [kind, key] = event.data.clockId.split(':');
  return kind === 'consultation' ? (key ?? null) : null;
}

/** Agencies told of a fact because an opinion of theirs is concerned. */
export function consultedOn(event: DossierEvent, before: { readonly ended: boolean }, after: Story): readonly string[] {
  const own = opinionAbout(event);
  const ends = isFinalPhase(event.phase) && !before.ended;
  const told: string[] = [];
  for (const [key, { agency, open }] of after.opinions) if (key === own || (ends && open)) told.push(agency);
  return told;
}
