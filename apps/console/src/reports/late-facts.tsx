/** The facts behind a number of the report on late entry. */
import type { LateFactList } from '@lien-thong/client';
import { nameWords } from '../parts/name-words.js';
import { DossierLink } from '../parts/dossier-link.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { Behind } from './behind.js';
import { factName } from './fact-name.js';
import { reportWords } from './words.js';

interface Properties {
  readonly asked: {
    readonly by: 'agency' | 'procedure' | 'period';
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly agency: string | undefined;
    readonly procedure: string | undefined;
    readonly key: string | undefined;
    readonly band: 'atOnce' | 'sameDay' | 'nextWorkingDay' | 'later' | undefined;
  };
  readonly title: string;
  readonly onClose: () => void;
}

const PER_PAGE = 50;

/** The service lists these without counting them anew: the count is the number that was clicked. */
export function LateFacts({ asked, title, onClose }: Properties) {
  const words = useWords(reportWords);
  const { lateEntry, behind } = words;
  const { language } = useLanguage();
  return (
    <Behind<LateFactList>
      {...{ title, onClose }}
      queryKey={[ABOUT.reports, 'late-entry', 'behind', asked]}
      read={(cursor) => valueFrom(service.listLateEntries({ ...asked, ...cursor, limit: PER_PAGE }))}
      total={({ facts, next }) =>
        next === null
          ? lateEntry.count(numberText(facts.length, language))
          : lateEntry.first(numberText(facts.length, language))
      }
      head={[behind.code, lateEntry.type, behind.agency, lateEntry.occurred, lateEntry.recorded, lateEntry.delay]}
      rows={({ facts }) => facts.map((fact) => <Row key={`${fact.dossier} ${fact.seq} ${fact.part}`} fact={fact} />)}
    />
  );
}

function Row({ fact }: { readonly fact: LateFactList['facts'][number] }) {
  const { language } = useLanguage();
  const say = useSay();
  const { event: events } = useWords(nameWords);
  const { dossier, type, agency, occurredAt, recordedAt, minutes } = fact;
  return (
    <tr>
      <td>
        <DossierLink code={dossier} />
      </td>
      <td>{factName(type, events)}</td>
      <td>{agency === null ? '–' : say(agency.name, agency.nameEn)}</td>
      <td>
        <Instant at={occurredAt} />
      </td>
      <td>
        <Instant at={recordedAt} />
      </td>
      <td className="number">{minutesText(minutes, language)}</td>
    </tr>
  );
}
