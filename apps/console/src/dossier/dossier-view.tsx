import type { UseQueryResult } from '@tanstack/react-query';
import type { Dossier, Timeline } from '@lien-thong/client';
import { Suspense, lazy } from 'react';
import { Acts } from '../acts/acts.js';
import type { ActsProperties } from '../acts/acts.js';
import { Answered } from '../parts/answered.js';
import { Attribution } from './attribution.js';
import { ClocksSection } from './clocks-section.js';
import { DossierHead } from './dossier-head.js';
import style from './dossier.module.css';
import { NamesOfDossier } from './names.js';
import { PastBanner, PastSection } from './past-section.js';
import { Risks } from './risks.js';
import { TimelineSection } from './timeline-section.js';

const JournalSection = lazy(() => import('./journal-section.js').then((part) => ({ default: part.JournalSection })));
const ExplainSection = lazy(() => import('./explain-section.js').then((part) => ({ default: part.ExplainSection })));
const StatechartSection = lazy(() =>
  import('./statechart-section.js').then((part) => ({ default: part.StatechartSection })),
);
const MoreSection = lazy(() => import('./more-section.js').then((part) => ({ default: part.MoreSection })));
const ApologyLetter = lazy(() => import('./apology-letter.js').then((part) => ({ default: part.ApologyLetter })));

interface Properties extends Pick<ActsProperties, 'press' | 'onPressed'> {
  readonly dossier: Dossier;
  readonly timeline: UseQueryResult<Timeline>;
  /** The former moment that is looked at; null: now. */
  readonly asOf: string | null;
  /** Place in the journal of the letter of apology that is shown instead. */
  readonly letter: string | null;
}

export function DossierView({ dossier, timeline, asOf, letter, ...pressed }: Properties) {
  const { code } = dossier;
  const isWhole = timeline.data?.whole ?? true;
  return (
    <NamesOfDossier dossier={dossier} timeline={timeline.data}>
      {letter !== null && (
        <Suspense>
          <ApologyLetter dossier={dossier} seq={Number(letter)} asOf={asOf} />
        </Suspense>
      )}
      {letter === null && (
        <div className={style['sections']}>
          <DossierHead dossier={dossier} isPast={asOf !== null} isWhole={isWhole} />
          {asOf !== null && <PastBanner code={code} at={asOf} />}
          <Risks dossier={dossier} isWhole={isWhole} />
          {asOf === null && <Acts code={code} {...pressed} />}
          <Answered question={timeline}>
            {(known) => (
              <>
                <TimelineSection dossier={dossier} timeline={known} />
                <Attribution timeline={known} dossier={dossier} />
              </>
            )}
          </Answered>
          <Suspense>
            <ExplainSection dossier={dossier} asOf={asOf} />
            <ClocksSection dossier={dossier} />
            {timeline.data !== undefined && (
              <>
                <JournalSection dossier={dossier} timeline={timeline.data} isPast={asOf !== null} />
                <MoreSection dossier={dossier} timeline={timeline.data} isPast={asOf !== null} asOf={asOf} />
                <StatechartSection dossier={dossier} timeline={timeline.data} />
              </>
            )}
          </Suspense>
          <PastSection dossier={dossier} asOf={asOf} />
        </div>
      )}
    </NamesOfDossier>
  );
}
