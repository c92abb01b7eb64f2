/** Everything that must be proved of a version, and one digest for all of it: definition, route classes, calendars, range. Pure. */
import { routesOf } from '@lien-thong/domain';
import type { AgencyId, ProcedureVersion, RouteToProve } from '@lien-thong/domain';
import { Problem } from '../http/problem.js';
import type { LiveReference } from '../reference/live-reference.js';
import type { ProofQuestion } from './proof-question.js';
import { digestOf, sha256 } from './proof-question.js';
import type { AskedRange } from './proof-range.js';
import { proofRange } from './proof-range.js';
import { officePairs } from './version-offices.js';
import type { OfficePair } from './version-offices.js';

type Reference = Pick<LiveReference, 'directory' | 'calendarSourcesOf'>;

export interface PlannedRoute extends RouteToProve, OfficePair {
  readonly digest: string;
  readonly question: ProofQuestion;
}

export interface VersionPlan {
  readonly digest: string;
  readonly range: AskedRange;
  readonly routes: readonly PlannedRoute[];
}

export interface Offices {
  readonly receiver: AgencyId;
  readonly decider?: AgencyId | undefined;
  readonly carrier?: AgencyId | undefined;
  readonly consulted?: Readonly<Record<string, AgencyId>> | undefined;
}

interface QuestionOf extends Pick<ProofQuestion, 'caseKey' | 'channel' | 'route'> {
  readonly procedure: ProcedureVersion;
  readonly offices: Offices;
  readonly range: AskedRange;
}

/** Throws the `Problem` agency-unknown. */
function known(reference: Reference, id: AgencyId): AgencyId {
  if (!reference.directory.agencies.has(id)) throw new Problem('agency-unknown', { agency: id });
  return id;
}

/** One question, with the layers of its calendars as they stand now. Throws the `Problem` agency-unknown. */
export function questionOf(reference: Reference, asked: QuestionOf): ProofQuestion {
  const { procedure, offices, range, caseKey, channel, route } = asked;
  const { receiver, consulted = {} } = offices;
  const { carrier, decider = receiver } = offices;
  const parties = {
    receiver,
    decider: route === 'sameAgency' ? receiver : decider,
    ...(carrier === undefined ? {} : { carrier }),
    ...Object.fromEntries(Object.entries(consulted).map(([key, id]) => [`consulted:${key}`, id])),
  };
  const agencies = [...new Set(Object.values(parties))].map((id) => known(reference, id));
  const provinceCode = reference.directory.agencies.get(receiver)?.provinceCode ?? '';
  const source = { procedure, ...reference.calendarSourcesOf(provinceCode, agencies) };
  return { source, parties, caseKey, channel, route, range: proofRange(range) };
}

/** Each route of the version at each pair of hours that counts. */
export function planOf(reference: Reference, procedure: ProcedureVersion, range: AskedRange): VersionPlan {
  const pairs = new Map<string, readonly OfficePair[]>();
  const routes = routesOf(procedure).flatMap((route) => {
    const offices = pairs.get(route.route) ?? officePairs(reference, procedure, route.route);
    pairs.set(route.route, offices);
    const [channel] = route.channels;
    return offices.map((pair): PlannedRoute => {
      const { caseKey } = route;
      const question = questionOf(reference, {
        ...{ procedure, offices: pair, range, caseKey, channel, route: route.route },
      });
      return { ...route, ...pair, question, digest: digestOf({ kind: 'proof', question }) };
    });
  });
  const each = routes.map(({ caseKey, channels, route, digest }) => [caseKey, channels, route, digest]);
  return { digest: sha256({ each, range }), range, routes };
}
