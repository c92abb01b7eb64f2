/** What was found about dossiers, written into alerts: one set of statements for any number of them. */
import { NO_MEMBERS, alertKey, membersOf, observeAlert, openAlert } from '@lien-thong/domain';
import type {
  AgencyId,
  Alert,
  AlertFact,
  AlertLevel,
  CommonCause,
  Departure,
  DossierId,
  Instant,
  LevelCounts,
  MemberChange,
  Observation,
} from '@lien-thong/domain';
import type { Ids } from '@lien-thong/engine';
import type { Wire } from '../store/wire.js';
import type { AlertBook } from './alert-book.js';
import { writeMembers } from './member-rows.js';
import type { ChangedMember, GoneMember, NewMember } from './member-rows.js';
import type { Supervision } from './supervision.js';

export interface Findings {
  readonly dossierId: DossierId;
  readonly changes: readonly MemberChange[];
  /** Agencies that receive or decide it. */
  readonly concerned: readonly AgencyId[];
}

export interface WritingPorts {
  readonly wire: Wire;
  readonly book: AlertBook;
  readonly supervision: Supervision;
  readonly ids: Ids;
  readonly now: Instant;
}

type Of<Kind extends MemberChange['kind']> = Extract<MemberChange, { kind: Kind }> & { readonly dossierId: DossierId };

/** Everything that concerns one alert, there already or about to be opened. */
interface Gathered {
  alert: Alert | null;
  common: CommonCause | null;
  readonly joins: Of<'join'>[];
  readonly passes: Of<'pass'>[];
  readonly changes: Of<'change'>[];
  readonly leaves: Of<'leave'>[];
  readonly concerned: Set<AgencyId>;
}

const ENGINE = { kind: 'engine' } as const;

function counted(levels: readonly AlertLevel[]): LevelCounts {
  const counts = { ...NO_MEMBERS };
  for (const level of levels) counts[level] += 1;
  return counts;
}

function reasons(all: readonly Departure[]): Partial<Record<Departure, number>> {
  const why: Partial<Record<Departure, number>> = {};
  for (const reason of all) why[reason] = (why[reason] ?? 0) + 1;
  return why;
}

/** What is seen of it first: those whose time is over already have joined, and leave in a second look. */
function firstSeen({ joins, passes, changes, leaves }: Gathered): Observation {
  return {
    joined: counted([...joins, ...passes].map(({ ground }) => ground.level)),
    again: joins.filter(({ again }) => again === true).length,
    changed: {
      before: counted(changes.map(({ member }) => member.level)),
      after: counted(changes.map(({ ground }) => ground.level)),
      told: changes.length,
    },
    left: { left: counted(leaves.map(({ member }) => member.level)), why: reasons(leaves.map(({ why }) => why)) },
  };
}

function thenSeen({ passes }: Gathered): Observation {
  return {
    ...{ joined: NO_MEMBERS, again: 0, changed: { before: NO_MEMBERS, after: NO_MEMBERS, told: 0 } },
    left: { left: counted(passes.map(({ ground }) => ground.level)), why: reasons(passes.map(({ why }) => why)) },
  };
}

function gather(findings: readonly Findings[], book: AlertBook): ReadonlyMap<string, Gathered> {
  const byKey = new Map<string, Gathered>();
  const at = (key: string, alert: Alert | null): Gathered => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const fresh = {
      alert,
      common: null,
      joins: [],
      passes: [],
      changes: [],
      leaves: [],
      concerned: new Set<AgencyId>(),
    };
    byKey.set(key, fresh);
    return fresh;
  };
  for (const { dossierId, changes, concerned } of findings) {
    for (const change of changes) {
      if (change.kind === 'change' || change.kind === 'leave') {
        const group = at(change.member.key, book.get(change.member.alertId));
        if (change.kind === 'change') group.changes.push({ ...change, dossierId });
        else group.leaves.push({ ...change, dossierId });
        continue;
      }
      const { common } = change.ground;
      const key = alertKey(common);
      const group = at(key, book.withKey(key));
      group.common ??= common;
      if (change.kind === 'join') group.joins.push({ ...change, dossierId });
      else group.passes.push({ ...change, dossierId });
      for (const agency of [...concerned, ...(common.owner.agencyId === null ? [] : [common.owner.agencyId])]) {
        group.concerned.add(agency);
      }
    }
  }
  return byKey;
}

/** Numbers of the facts by which members of this look came, changed and went. */
interface Numbers {
  readonly id: string;
  readonly joined: number;
  readonly changed: number;
  readonly left: number;
  readonly passed: number;
}

function numberOf(
  facts: readonly AlertFact[],
  numbers: readonly number[],
  kinds: readonly AlertFact['kind'][],
): number {
  return numbers[facts.findIndex(({ kind }) => kinds.includes(kind))] ?? 0;
}

function note(group: Gathered, { book, supervision, ids, now }: WritingPorts): Numbers {
  const by = { at: now, actor: ENGINE };
  const seen = firstSeen(group);
  const id = group.alert?.id ?? ids.next();
  const facts = factsOf(group, seen, { supervision, now });
  const numbers = book.note(id, facts, by);
  const after = book.get(id);
  const passed =
    group.passes.length === 0 || after === null ? 0 : noteLeft(after, thenSeen(group), { book, supervision, now });
  return {
    ...{ id, passed },
    joined: numberOf(facts, numbers, ['opened', 'joined']),
    changed: numberOf(facts, numbers, ['changed']),
    left: numberOf(facts, numbers, ['left']),
  };
}

function factsOf(
  { alert, common, concerned }: Gathered,
  seen: Observation,
  { supervision, now }: Pick<WritingPorts, 'supervision' | 'now'>,
): readonly AlertFact[] {
  if (alert !== null) return observeAlert(alert, seen, { escalatesAt: supervision.escalatesAt(alert), now });
  if (common === null || membersOf({ counts: seen.joined }) === 0) return [];
  const chain = supervision.chainOf(common, [...concerned]);
  return [openAlert(common, seen.joined, { chain, escalatesAt: supervision.escalatesAt(common), now })];
}

function noteLeft(
  alert: Alert,
  seen: Observation,
  { book, supervision, now }: Pick<WritingPorts, 'book' | 'supervision' | 'now'>,
): number {
  const facts = observeAlert(alert, seen, { escalatesAt: supervision.escalatesAt(alert), now });
  return numberOf(facts, book.note(alert.id, facts, { at: now, actor: ENGINE }), ['left']);
}

function addedOf(group: Gathered, { id, joined, passed }: Numbers, at: Instant): readonly NewMember[] {
  return [...group.joins, ...group.passes].map((change) => ({
    ...{ alertId: id, joinedN: joined, dossierId: change.dossierId, at },
    ...{ clockId: change.ground.clockId, epoch: change.ground.epoch, ground: change.ground },
    left: change.kind === 'pass' ? { n: passed, why: change.why } : null,
  }));
}

function changedOf({ changes }: Gathered, { changed }: Numbers): readonly ChangedMember[] {
  return changes.map(({ dossierId, member, ground }) => ({
    ...{ alertId: member.alertId, joinedN: member.joinedN, dossierId, clockId: member.clockId, epoch: member.epoch },
    ...{ ground, n: changed },
  }));
}

function goneOf({ leaves }: Gathered, { left }: Numbers, at: Instant): readonly GoneMember[] {
  return leaves.map(({ dossierId, member, why }) => ({
    ...{ alertId: member.alertId, joinedN: member.joinedN, dossierId, clockId: member.clockId, epoch: member.epoch },
    ...{ n: left, why, at },
  }));
}

/** Notes the facts in the book and writes the members; the book is still to be written, before anything else is read from it. */
export async function writeFindings(findings: readonly Findings[], ports: WritingPorts): Promise<void> {
  const { wire, book, now } = ports;
  const all = findings.flatMap(({ changes }) => changes);
  if (all.length === 0) return;
  const keys = new Set(
    all.flatMap((change) => ('ground' in change && change.kind !== 'change' ? [alertKey(change.ground.common)] : [])),
  );
  const ids = new Set(all.flatMap((change) => ('member' in change ? [change.member.alertId] : [])));
  await Promise.all([book.readByKeys([...keys]), book.readByIds([...ids])]);
  const groups = [...gather(findings, book).values()];
  const numbered = groups.map((group) => ({ group, numbers: note(group, ports) }));
  await Promise.all([
    book.write(),
    writeMembers(wire, {
      added: numbered.flatMap(({ group, numbers }) => addedOf(group, numbers, now)),
      changed: numbered.flatMap(({ group, numbers }) => changedOf(group, numbers)),
      gone: numbered.flatMap(({ group, numbers }) => goneOf(group, numbers, now)),
      concerned: new Map(
        numbered
          .filter(({ group }) => group.concerned.size > 0)
          .map(({ group, numbers }) => [numbers.id, group.concerned]),
      ),
    }),
  ]);
}
