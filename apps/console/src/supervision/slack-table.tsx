/** The heat map: a line for each agency or procedure, split on demand; every count is the way to its dossiers. */
import { Link, getRouteApi } from '@tanstack/react-router';
import { shortName, shortProcedure } from '../inbox/short-names.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { BAND_MARK } from './band-marks.js';
import style from './heat.module.css';
import { BANDS } from './slack-map.js';
import type { Band, Counts, Named, RowsOf, SlackLine } from './slack-map.js';
import { slackWords } from './slack-words.js';

const route = getRouteApi('/frame/supervision/slack');

export interface Scope {
  readonly agency?: string | undefined;
  readonly procedure?: string | undefined;
}

/** Short where it is an agency, without its first word where it is a procedure. */
export function useShortName(): (named: Named, of: RowsOf) => string {
  const say = useSay();
  return ({ name, nameEn }, of) => (of === 'agency' ? shortName(say(name, nameEn)) : shortProcedure(say(name, nameEn)));
}

interface TableProperties {
  readonly lines: readonly SlackLine[];
  readonly rows: RowsOf;
  readonly whole: Counts;
  readonly total: number;
}

export function SlackTable({ lines, rows, whole, total }: TableProperties) {
  const words = useWords(slackWords);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.caption}>
      <table className={`${style['heat']} ${style['wide']}`}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words[rows]}</th>
            {BANDS.map((band) => (
              <th key={band} scope="col" className="number">
                <span aria-hidden="true">{BAND_MARK[band]}</span> {words.band[band]}
              </th>
            ))}
            <th scope="col" className="number">
              {words.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Lines key={line.id} line={line} rows={rows} />
          ))}
          <tr className={style['sum']}>
            <th scope="row">{words.sum}</th>
            <Cells counts={whole} total={total} scope={{}} name={words.sum} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Lines({ line, rows }: { readonly line: SlackLine; readonly rows: RowsOf }) {
  const words = useWords(slackWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = useShortName();
  const isOpen = search.open === line.id;
  const name = nameOf(line, rows);
  const other = rows === 'agency' ? 'procedure' : 'agency';
  return (
    <>
      <tr className={isOpen ? style['parent'] : ''}>
        <th scope="row">
          <button
            type="button"
            className="plain no-print"
            aria-expanded={isOpen}
            aria-label={words.split(name)}
            onClick={() =>
              void navigate({
                search: { ...search, open: isOpen ? undefined : line.id },
                resetScroll: false,
                replace: true,
              })
            }
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>{' '}
          {name}
        </th>
        <Cells counts={line.counts} total={line.total} scope={{ [rows]: line.id }} name={name} />
      </tr>
      {isOpen &&
        line.parts.map((part) => (
          <tr key={part.id} className={style['child']}>
            <th scope="row">{nameOf(part, other)}</th>
            <Cells
              counts={part.counts}
              total={part.total}
              scope={{ [rows]: line.id, [other]: part.id }}
              name={`${name}, ${nameOf(part, other)}`}
            />
          </tr>
        ))}
    </>
  );
}

interface CellsProperties {
  readonly counts: Counts;
  readonly total: number;
  readonly scope: Scope;
  readonly name: string;
}

function Cells({ counts, total, scope, name }: CellsProperties) {
  return (
    <>
      {BANDS.map((band) => (
        <Cell key={band} count={counts[band]} {...{ band, scope, name }} />
      ))}
      <Cell count={total} band={undefined} {...{ scope, name }} />
    </>
  );
}

interface CellProperties {
  readonly count: number;
  /** Undefined: all of the line. */
  readonly band: Band | undefined;
  readonly scope: Scope;
  readonly name: string;
}

/** The address says `all` where no band is meant: an address without one shows no list. */
export const ALL = 'all';

function Cell({ count, band, scope, name }: CellProperties) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const { rows, open, ...chosen } = route.useSearch();
  const text = numberText(count, language);
  if (count === 0) {
    return (
      <td>
        <span className={`${style['cell']} ${style['count']} ${style['empty']}`}>0</span>
      </td>
    );
  }
  const wanted = band ?? ALL;
  const isChosen = chosen.band === wanted && chosen.agency === scope.agency && chosen.procedure === scope.procedure;
  return (
    <td className={band === undefined ? '' : style[band]}>
      <Link
        to="/supervision/slack"
        search={{ rows, open, ...scope, band: wanted }}
        resetScroll={false}
        activeOptions={{ exact: true }}
        className={`${style['cell']} ${style['count']}`}
        aria-label={`${text}. ${words.behind(band === undefined ? words.everything : words.band[band], name)}`}
        aria-current={isChosen ? 'true' : undefined}
      >
        <strong>{text}</strong>
      </Link>
    </td>
  );
}
