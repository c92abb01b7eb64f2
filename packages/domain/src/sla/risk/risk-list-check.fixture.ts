/** Looks over a list of risk rules: what a rule declares of itself, what it does at its boundaries, and the words for it. */
import { vn } from '../../testing/office-directory.js';
import type { Story } from '../../testing/office.js';
import { minuteOf, plusMinutes } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import type { Boundary } from './risk-boundaries.fixture.js';
import { RISK_INPUTS } from './risk-causes.js';
import type { RiskInput } from './risk-causes.js';
import type { RiskView } from './risk-view.js';
import type { ListedRisk } from './risks.js';

type Words = Readonly<Record<string, readonly [string, string]>>;

export interface Looked {
  readonly rules: Readonly<Record<string, ListedRisk>>;
  readonly boundaries: Readonly<Record<string, readonly Boundary[]>>;
  readonly names: Words;
  readonly sentences: Words;
}

const FIELDS: ReadonlySet<string> = new Set(RISK_INPUTS.flatMap((input) => input.split('dossier.').slice(1)));

/** The view of a dossier, which notes every input that is looked at. */
function watched(view: RiskView, seen: Set<string>): RiskView {
  const { file, rules, now, systemsDown } = view;
  const noting = <T extends object>(of: T, name: (field: string) => string): T =>
    new Proxy(of, {
      get: (target, field) => {
        seen.add(name(String(field)));
        return Reflect.get(target, field) as unknown;
      },
    });
  const INPUT_OF_RULES: Readonly<Record<string, string>> = { legal: 'legalCalendar', desk: 'deskCalendars' };
  const dossier = noting(file.dossier, (field) => `dossier.${field}`);
  const watchedFile = new Proxy(file, {
    get: (target, field) => {
      if (field === 'dossier') return dossier;
      seen.add(String(field));
      return Reflect.get(target, field) as unknown;
    },
  });
  return {
    file: watchedFile,
    rules: noting(rules, (field) => INPUT_OF_RULES[field] ?? field),
    get now() {
      seen.add('now');
      return now;
    },
    get systemsDown() {
      seen.add('systemsDown');
      return systemsDown;
    },
  };
}

/** The three minutes of a boundary: before, at, after. */
export function minutesOf({ at }: Boundary): readonly [Minute, Minute, Minute] {
  const minute = minuteOf(vn(at));
  return [plusMinutes(minute, -1), minute, plusMinutes(minute, 1)];
}

export function viewAt(story: Story, now: Minute, systemsDown: readonly string[] = []): RiskView {
  if (story.file === null) throw new Error('no dossier');
  return { file: story.file, rules: story.rules, now, systemsDown };
}

/** The views a boundary looks at: just before, at, just after. */
export function viewsOf(boundary: Boundary): readonly [RiskView, RiskView, RiskView] {
  const { story, until = story, systemsDown } = boundary;
  const [before, at, after] = minutesOf(boundary);
  return [viewAt(until, before, systemsDown), viewAt(story, at, systemsDown), viewAt(story, after, systemsDown)];
}

/** What the rule reads in all of them. */
export function inputsRead({ find }: ListedRisk, views: readonly RiskView[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const view of views) find(watched(view, seen));
  return seen;
}

function ofWords(name: string, rule: ListedRisk, { names, sentences }: Looked): string[] {
  const codes = Object.keys(rule.causes);
  const lacking = codes.filter(
    (code) => (sentences[code] ?? []).filter((sentence) => sentence.length > 8).length !== 2,
  );
  return [
    ...(names[name]?.length === 2 ? [] : [`${name} has no name in both languages`]),
    ...lacking.map((code) => `${name}: ${code} has no sentence in both languages`),
  ];
}

function ofFindings(name: string, rule: ListedRisk, boundaries: readonly Boundary[]): string[] {
  const found = boundaries.flatMap((boundary) => viewsOf(boundary).flatMap((view) => rule.find(view)));
  const met = new Set(found.map(({ cause, level }) => `${cause.code} ${level}`));
  const declared = Object.entries(rule.causes).flatMap(([code, levels]) => levels.map((level) => `${code} ${level}`));
  const advised = new Set(found.flatMap(({ decision }) => (decision === null ? [] : [decision])));
  return [
    ...(boundaries.length > 0 ? [] : [`${name} has no test at the minute it changes`]),
    ...declared.filter((each) => !met.has(each)).map((each) => `${name}: nothing shows ${each}`),
    ...[...met].filter((each) => !declared.includes(each)).map((each) => `${name}: ${each} is not declared`),
    ...[...advised].filter((act) => !rule.decisions.includes(act)).map((act) => `${name} advises ${act}, undeclared`),
  ];
}

function ofInputs(name: string, rule: ListedRisk, views: readonly RiskView[]): string[] {
  const read = inputsRead(rule, views);
  const declared = new Set<RiskInput>(rule.reads);
  const known = (input: string) => !input.startsWith('dossier.') || FIELDS.has(input.slice('dossier.'.length));
  return [
    ...(declared.size > 0 ? [] : [`${name} names no inputs`]),
    ...[...read]
      .filter((input) => !declared.has(input as RiskInput))
      .map((input) => `${name} reads ${input}, undeclared`),
    ...[...declared].filter((input) => !read.has(input)).map((input) => `${name} never reads ${input}`),
    ...[...read].filter((input) => !known(input)).map((input) => `${name} reads ${input}, which is no input`),
  ];
}

/** Everything that is wrong with the list; empty when nothing is. `also`: further dossiers the rules are watched on. */
export function complaintsAbout(looked: Looked, also: readonly RiskView[]): readonly string[] {
  const views = [...Object.values(looked.boundaries).flat().flatMap(viewsOf), ...also];
  return Object.entries(looked.rules).flatMap(([name, rule]) => [
    ...ofWords(name, rule, looked),
    ...ofFindings(name, rule, looked.boundaries[name] ?? []),
    ...ofInputs(name, rule, views),
  ]);
}
