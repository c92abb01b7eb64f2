import { Link } from '@tanstack/react-router';
import type { Competence as Rule } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { dayText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import style from './administration.module.css';
import { competenceActWords } from './competence-act-words.js';
import { competenceWords } from './competence-words.js';

const MOST_AREAS = 4;

/** Rules of competence, each with the text it rests on. */
interface Properties {
  readonly rules: readonly Rule[];
  /** Null for whoever may only read. */
  readonly onEnd: ((rule: Rule) => void) | null;
}

export function CompetenceTable({ rules, onEnd }: Properties) {
  const words = useWords(competenceWords);
  const acts = useWords(competenceActWords).acts;
  return (
    <div className="scroll">
      <table className={style['rules']}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            <th scope="col">{words.procedure}</th>
            <th scope="col">{words.area}</th>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.basis}</th>
            <th scope="col">{words.valid}</th>
            {onEnd !== null && (
              <th scope="col" className="no-print">
                {acts}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <Row key={rule.id} rule={rule} onEnd={onEnd} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ rule, onEnd }: { readonly rule: Rule; readonly onEnd: Properties['onEnd'] }) {
  const end = useWords(competenceActWords).end;
  const words = useWords(competenceWords);
  const say = useSay();
  const { id, agency, procedureCode, field, level, areas, validFrom, validTo, legalBasis, verified } = rule;
  return (
    <tr>
      <th scope="row">
        <Link to="/directory/agencies/$agency" params={{ agency: agency.id }}>
          {say(agency.name, agency.nameEn)}
        </Link>
        <div className="soft">{words.levels[level]}</div>
      </th>
      <td className={procedureCode === null ? undefined : style['nowrap']}>
        {procedureCode === null ? (
          words.field(field ?? '')
        ) : (
          <Link to="/procedures/$code" params={{ code: procedureCode }}>
            {procedureCode}
          </Link>
        )}
      </td>
      <td>
        <Areas areas={areas} />
      </td>
      <td>
        <code>{id}</code>
      </td>
      <td>
        {legalBasis}
        <div className="soft">{words.verified[verified]}</div>
      </td>
      <td>{validTo === null ? words.from(dayText(validFrom)) : words.fromTo(dayText(validFrom), dayText(validTo))}</td>
      {onEnd !== null && (
        <td className="no-print">
          {validTo === null && (
            <button type="button" className="danger" onClick={() => onEnd(rule)}>
              {end} …
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

function Areas({ areas }: Pick<Rule, 'areas'>) {
  const words = useWords(competenceWords);
  const { language } = useLanguage();
  if (areas === null) return <>{words.everywhere}</>;
  const shown = areas.slice(0, MOST_AREAS).map(({ name }) => name);
  const more = areas.slice(MOST_AREAS);
  if (more.length === 0) return <>{shown.join(', ')}</>;
  return (
    <>
      {shown.join(', ')}{' '}
      <details>
        <summary>{words.moreAreas(numberText(more.length, language))}</summary>
        {more.map(({ name }) => name).join(', ')}
      </details>
    </>
  );
}
