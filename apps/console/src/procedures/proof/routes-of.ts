/** Every route of a definition that is being written, as a verdict on the whole version looks at them: cases, limits of channels, ways. */
import { listAt, valueAt } from '../form/json.js';
import type { Json } from '../form/json.js';
import type { Channel, Route, RouteClass } from './ask.js';

/** Channels with the same limit share their timeline and stand together. */
export interface WholeRoute extends Route {
  readonly channels: readonly Channel[];
}

const CHANNELS: readonly Channel[] = ['counter', 'online', 'post'];
/** The least work for the prover first. */
const WAYS: readonly RouteClass[] = ['sameAgency', 'crosses', 'crossesByPost'];

function channelsByLimit(one: Json): readonly (readonly [Channel, ...Channel[]])[] {
  const byLimit = new Map<string, [Channel, ...Channel[]]>();
  for (const channel of CHANNELS) {
    const limit = valueAt(one, `limits.${channel}`);
    if (typeof limit !== 'string') continue;
    const known = byLimit.get(limit);
    if (known === undefined) byLimit.set(limit, [channel]);
    else known.push(channel);
  }
  return [...byLimit.values()];
}

/** The routes of a definition at the desks of two agencies. What is half written has the routes it has so far. */
export function routesOf(
  definition: Json,
  { receiver, decider }: Pick<Route, 'receiver' | 'decider'>,
): readonly WholeRoute[] {
  const crosses = valueAt(definition, 'boundaryScope') !== 'none' && decider !== receiver;
  const ways = crosses ? WAYS : WAYS.slice(0, 1);
  return listAt(definition, 'cases').flatMap((one) => {
    const caseKey = valueAt(one, 'key');
    if (typeof caseKey !== 'string') return [];
    return channelsByLimit(one).flatMap((channels) =>
      ways.map((route) => ({ caseKey, channels, channel: channels[0], route, receiver, decider })),
    );
  });
}

/** Those beside the one that is looked at anyway. */
export function otherRoutes(definition: Json, considered: Route): readonly WholeRoute[] {
  return routesOf(definition, considered).filter(
    ({ caseKey, channels, route }) =>
      caseKey !== considered.caseKey || route !== considered.route || !channels.includes(considered.channel),
  );
}
