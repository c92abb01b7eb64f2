/** Every route of a version with its verdict. */
import { useQuery } from '@tanstack/react-query';
import type { VersionFeasibility } from '@lien-thong/client';
import { useCallback } from 'react';
import { useWords } from '../../words/catalogue.js';
import { shareText } from '../../words/format.js';
import { useLanguage, useSay } from '../../words/language.js';
import { agenciesQuery } from '../asked.js';
import style from '../procedures.module.css';
import type { Route } from './ask.js';
import { byVerdict } from './by-verdict.js';
import { proofWords } from './proof-words.js';
import { useSlackText } from './slack-text.js';
import { VerdictMark } from './verdict-mark.js';

type RouteVerdict = VersionFeasibility['current']['routes'][number];

interface Properties {
  readonly routes: readonly RouteVerdict[];
  readonly consider?: (route: Route) => void;
  readonly considered?: Route | undefined;
}

/** The name of an agency, as far as they are known; else its id. */
export function useAgencyName(): (id: string) => string {
  const say = useSay();
  const { data } = useQuery(agenciesQuery);
  return useCallback(
    (id) => {
      const found = data?.agencies.find((one) => one.id === id);
      return found === undefined ? id : say(found.name, found.nameEn);
    },
    [say, data],
  );
}

const routeOf = ({ caseKey, channels, route, receiver, decider }: RouteVerdict): Route => ({
  ...{ caseKey, route, receiver, decider, channel: channels[0] ?? 'counter' },
});

const isSameRoute = (one: Route, other: Route | undefined): boolean =>
  other !== undefined &&
  one.caseKey === other.caseKey &&
  one.channel === other.channel &&
  one.route === other.route &&
  one.receiver === other.receiver &&
  (one.route === 'sameAgency' || one.decider === other.decider);

const worstFirst = (one: RouteVerdict, other: RouteVerdict): number =>
  byVerdict(one.verdict, other.verdict) || (one.worstSlack ?? 0) - (other.worstSlack ?? 0);

export function RouteTable({ routes, consider, considered }: Properties) {
  const words = useWords(proofWords);
  return (
    <div className={style['routes']} role="region" aria-label={words.whole} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{words.whole}</caption>
        <thead>
          <tr>
            <th scope="col">{words.routeClass}</th>
            <th scope="col">{`${words.receiver} → ${words.decider}`}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {[...routes].sort(worstFirst).map((route) => (
            <Row
              key={`${route.digest} ${route.caseKey} ${route.channels.join()}`}
              {...{ route, consider, considered }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  route,
  consider,
  considered,
}: { readonly route: RouteVerdict } & Omit<UndefinedToo<Properties>, 'routes'>) {
  const words = useWords(proofWords);
  const say = useSay();
  const agencyName = useAgencyName();
  const slackText = useSlackText();
  const { language } = useLanguage();
  const { verdict, routeName, routeNameEn, channels, receiver, decider, worstShare, worstSlack, slackUnit } = route;
  const here = routeOf(route);
  return (
    <tr>
      <th scope="row">
        {say(routeName, routeNameEn)}
        <div className="soft">{channels.map((channel) => words.channels[channel]).join(', ')}</div>
        <VerdictMark verdict={verdict} />
      </th>
      <td>
        {agencyName(receiver)} → {agencyName(decider)}
        {consider !== undefined && (
          <div>
            {isSameRoute(here, considered) ? (
              <span className="soft">✓ {words.considered}</span>
            ) : (
              <button type="button" className="plain" onClick={() => consider(here)}>
                {words.consider}
              </button>
            )}
          </div>
        )}
      </td>
      <td className="number">
        {worstShare === null ? '◌' : shareText(worstShare, 1, language)}
        <div className="soft">{slackText(worstSlack, slackUnit)}</div>
      </td>
    </tr>
  );
}

type UndefinedToo<Type> = { readonly [Key in keyof Type]: Type[Key] | undefined };
