/** The chain of supervision an alert goes up when nobody reacts: unit, leadership of the commune, provincial centre. */
import type { Calendar } from '../calendar/calendar.js';
import type { AgencyId } from '../kernel/ids.js';
import { askedOrNull } from '../sla/outside.js';
import type { ChainLink, Stage } from './alert.js';
import { STAGES } from './alert.js';
import type { EscalatesAt } from './decide-alert.js';

/** Where an agency lies. */
export interface AgencyPlace {
  readonly agencyId: AgencyId;
  readonly provinceCode: string;
  readonly communeCode: string | null;
}

/** An agency with somebody in the role of a supervisor, and what he watches over: communes, provinces or `all`. */
export interface SupervisingAgency {
  readonly agencyId: AgencyId;
  readonly areas: readonly string[];
}

function standsAt(stage: Stage, { agencyId, areas }: SupervisingAgency, place: AgencyPlace): boolean {
  switch (stage) {
    case 'unit':
      return agencyId === place.agencyId;
    case 'commune':
      return place.communeCode !== null && areas.includes(place.communeCode);
    case 'province':
      return areas.includes(place.provinceCode) || areas.includes('all');
  }
}

/**
 * The links that exist, from the lowest: an agency stands at the lowest stage it has, and a stage nobody stands at is passed over.
 * Several places (a shared system has no owner of its own): the supervisors of all of them. Pure.
 */
export function escalationChain(
  places: readonly AgencyPlace[],
  supervisors: readonly SupervisingAgency[],
): readonly ChainLink[] {
  const told = new Set<AgencyId>();
  return STAGES.flatMap((stage) => {
    const agencies = supervisors
      .filter((supervisor) => !told.has(supervisor.agencyId))
      .filter((supervisor) => places.some((place) => standsAt(stage, supervisor, place)))
      .map(({ agencyId }) => agencyId)
      .sort();
    for (const agencyId of agencies) told.add(agencyId);
    return agencies.length === 0 ? [] : [{ stage, agencies }];
  });
}

/** Working minutes each stage has to react before the next one is told. */
export type ReactionMinutes = Readonly<Record<Stage, number>>;

/** Counted on the legal calendar: an alert of Friday evening does not climb over the weekend. */
export function escalatesOn(calendar: Calendar, reaction: ReactionMinutes): EscalatesAt {
  return (chain, link, from) => {
    const here = chain[link];
    if (here === undefined || chain[link + 1] === undefined) return null;
    return askedOrNull(() => calendar.addWork(from, reaction[here.stage]));
  };
}
