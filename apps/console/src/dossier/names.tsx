/** Names of whatever a dossier speaks of, gathered from what the page has read: agencies, steps, opinions, officers. */
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AgencyRef, Clock, Dossier, EventType, JournalEntry, Owner, Phase, Timeline } from '@lien-thong/client';
import { provincesQuery } from '../calendars/asked.js';
import { calendarInWords, calendarVersionInWords, calendarVersionWords } from '../calendars/calendar-version.js';
import { shortTitle } from '../inbox/short-names.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useLanguage } from '../words/language.js';
import { nameWords } from '../parts/name-words.js';
import type { EventName } from '../parts/name-words.js';
import { strangersIn, useStrangers } from './strangers.js';

export interface Names {
  readonly agency: (id: string) => string;
  readonly owner: (owner: Owner) => string;
  readonly actor: (actor: JournalEntry['actor']) => string;
  readonly officer: (id: string) => string;
  readonly phase: (phase: Phase) => string;
  readonly event: (type: EventType) => string;
  readonly step: (key: string) => string;
  readonly opinion: (key: string) => string;
  /** Of `step:appraisal`, `delivery:2`, `legal`. */
  readonly clock: (id: string) => string;
  /** Of `legal:31`, `national@3+31@1`. */
  readonly calendar: (id: string) => string;
}

const Naming = createContext<Names | null>(null);
const DAY_MS = 86_400_000;

export function useNames(): Names {
  const names = useContext(Naming);
  if (names === null) throw new Error('no dossier gives names here');
  return names;
}

export function eventName(type: EventType): EventName {
  return type.slice('dossier.'.length, -'.v1'.length) as EventName;
}

interface Known {
  readonly dossier: Dossier;
  readonly timeline: Timeline | undefined;
  readonly children: ReactNode;
}

export function NamesOfDossier({ dossier, timeline, children }: Known) {
  const names = useNamesOf(dossier, timeline);
  return <Naming value={names}>{children}</Naming>;
}

type Named = Pick<AgencyRef, 'id' | 'name' | 'nameEn'>;

function agenciesOf(
  { receivingAgency, competentAgency, holder, transfer, consultations }: Dossier,
  timeline?: Timeline,
) {
  const owners = [...(timeline?.segments ?? []), ...(timeline?.legs ?? [])].map(({ owner }) => owner?.agency ?? null);
  const actors = timeline?.journal.map(({ actor }) => actor.agency) ?? [];
  const named: readonly (AgencyRef | null)[] = [
    ...[receivingAgency, competentAgency, holder, transfer?.to ?? null],
    ...[...consultations.map(({ agency }) => agency), ...owners, ...actors],
  ];
  return new Map<string, Named>(named.flatMap((agency) => (agency === null ? [] : [[agency.id, agency] as const])));
}

/** Steps and opinions are named by the version of the procedure; a published version never changes. */
function useVersion({ code, version }: Dossier['procedure']) {
  return useQuery({
    queryKey: [ABOUT.procedures, code, version],
    queryFn: () => valueFrom(service.readProcedureVersion({ code, version })),
    staleTime: DAY_MS,
  }).data;
}

function useColleagues() {
  const { roles } = useMe();
  return useQuery({
    queryKey: [ABOUT.officers, 'me'],
    queryFn: () => valueFrom(service.listAgencyOfficers({})),
    staleTime: DAY_MS,
    enabled: roles.includes('clerk') || roles.includes('supervisor'),
  }).data;
}

/** Asked for where a calendar is spoken of. */
function useProvinces(timeline: Timeline | undefined) {
  const isAsked = timeline?.journal.some(({ type }) => type === 'dossier.calendarRestated.v1') ?? false;
  return useQuery({ ...provincesQuery, enabled: isAsked }).data;
}

function useNamesOf(dossier: Dossier, timeline: Timeline | undefined): Names {
  const words = useWords(nameWords);
  const { language } = useLanguage();
  const version = useVersion(dossier.procedure);
  const colleagues = useColleagues();
  const { agency: own } = useMe();
  const met = useMemo(() => agenciesOf(dossier, timeline), [dossier, timeline]);
  const strangers = useStrangers(strangersIn(timeline?.journal ?? [], new Set(met.keys())));
  const provinces = useProvinces(timeline);
  const calendars = useWords(calendarVersionWords);
  return useMemo(() => {
    const say = (vi: string, en: string) => (language === 'vi' ? vi : en);
    const agencies = new Map([...met, ...strangers.map((each) => [each.id, each] as const)]);
    const agency = (id: string) => {
      const known = agencies.get(id);
      return known === undefined ? id : say(known.name, known.nameEn);
    };
    const officer = (id: string) => {
      const known = colleagues?.officers.find((each) => each.id === id);
      if (known === undefined) return id;
      const title = shortTitle(say(known.title, known.titleEn), say(own.name, own.nameEn));
      return title === '' ? known.name : `${known.name} – ${title}`;
    };
    const keyed = (of: readonly { key: string; name: string; nameEn: string }[] | undefined) => (key: string) => {
      const known = of?.find((each) => each.key === key);
      return known === undefined ? key : say(known.name, known.nameEn);
    };
    const [step, opinion] = [keyed(version?.steps), keyed(version?.consultations)];
    const province = (code: string) => provinces?.find((each) => each.code === code)?.name ?? code;
    const speech = { words: calendars, province, agency };
    return {
      ...{ agency, officer, step, opinion },
      calendar: (id) => (id.includes('@') ? calendarVersionInWords(id, speech) : calendarInWords(id, speech)),
      phase: (phase) => words.phase[phase],
      event: (type) => words.event[eventName(type)],
      owner: (owner) => (owner.kind === 'agency' ? agency(owner.agency?.id ?? '') : words.owner[owner.kind]),
      clock: (id) => {
        const [kind, of] = id.split(':') as [Clock['kind'], string | undefined];
        const name = words.clock[kind];
        if (of === undefined) return name;
        return `${name}: ${kind === 'step' ? step(of) : kind === 'consultation' ? opinion(of) : words.attempt(of)}`;
      },
      actor: ({ kind, agency: of, officerId }) => {
        if (of === null) return words.engine;
        const name = say(of.name, of.nameEn);
        if (officerId !== null) return words.officer(officer(officerId), name);
        return kind === 'engine' ? words.engine : words.software(name);
      },
    };
  }, [met, strangers, version, colleagues, own, words, language, provinces, calendars]);
}
