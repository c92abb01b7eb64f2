/** What has to be written down so that the findings in the rows are those that hold now. */
import type { DossierEvent, EventType } from '../dossier/events.js';
import type { DossierFile } from '../dossier/file.js';
import { isDetected } from '../dossier/events.js';
import type { Clock } from '../sla/clock.js';
import { minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { WITHDRAWALS } from './alert-events.js';
import type { Departure, Withdrawal } from './alert-events.js';
import { alertOwner, aroundOf } from './alert-owner.js';
import { groundOfClock } from './clock-ground.js';
import { alertKey, groundKey } from './ground.js';
import type { AlertLevel, AlertOwner, AlertRule, Ground } from './ground.js';
import { ownerOfClock } from './grounds-of.js';

/** A finding as it stands in the rows. */
export interface StandingMember {
  readonly alertId: string;
  /** Of its alert. */
  readonly key: string;
  readonly rule: AlertRule;
  readonly clockId: string;
  readonly epoch: number;
  readonly joinedN: number;
  readonly level: AlertLevel;
  readonly code: Ground['code'];
  readonly told: readonly string[];
  readonly rungAt: Minute | null;
}

export type MemberChange =
  /** `again`: it stood before, and only at a graver level that is taken back. */
  | { readonly kind: 'join'; readonly ground: Ground; readonly again?: true }
  | { readonly kind: 'change'; readonly member: StandingMember; readonly ground: Ground }
  | { readonly kind: 'leave'; readonly member: StandingMember; readonly why: Departure }
  /** It was so and is over already when it is seen: nothing that happened goes untold. */
  | { readonly kind: 'pass'; readonly ground: Ground; readonly why: Departure };

export interface Compared {
  readonly standing: readonly StandingMember[];
  readonly grounds: readonly Ground[];
  /** Facts since the dossier was last looked at, in their order. */
  readonly facts: readonly DossierEvent[];
  readonly file: DossierFile;
}

const RUNGS: readonly EventType[] = ['dossier.clockWarned.v1', 'dossier.clockRunsLow.v1', 'dossier.clockBreached.v1'];

interface RungTold {
  readonly clockId: string;
  readonly epoch: number;
  readonly rungAt: Minute;
  readonly isBreach: boolean;
}

function rungsIn(facts: readonly DossierEvent[]): readonly RungTold[] {
  return facts.flatMap((event) => {
    if (!RUNGS.includes(event.type) || !('rungAt' in event.data)) return [];
    const { clockId, epoch, rungAt } = event.data;
    return [{ clockId, epoch, rungAt: minuteOf(rungAt), isBreach: event.type === 'dossier.clockBreached.v1' }];
  });
}

/** The facts that read a journal anew, by the name a withdrawal gives them. */
function withdrawalOf({ type }: DossierEvent): Withdrawal | null {
  return WITHDRAWALS.find((reason) => type === `dossier.${reason}.v1`) ?? null;
}

interface Named {
  readonly clockId: string;
  readonly epoch: number;
}

/** What such a fact says of the clock; undefined when it lists clocks and not this one. */
function saidOf({ data }: DossierEvent, { clockId, epoch }: Named): { readonly breachWithdrawn: boolean } | undefined {
  if (!('clocks' in data)) return { breachWithdrawn: false };
  const said = data.clocks.find((clock) => clock.clockId === clockId && clock.epoch === epoch);
  return said === undefined ? undefined : { breachWithdrawn: 'breachWithdrawn' in said && said.breachWithdrawn };
}

/**
 * Why a finding is gone: withdrawn when a fact that reads the journal anew took its ground away, resolved when what it called for was
 * done. A clock that somebody stopped is resolved, unless its breach was taken back by name.
 */
function departureOf(member: Named, { facts, file }: Pick<Compared, 'facts' | 'file'>): Departure {
  const rereadings = facts.filter((event) => withdrawalOf(event) !== null).reverse();
  if (member.clockId.startsWith('-')) {
    const acted = facts.some((event) => withdrawalOf(event) === null && !isDetected(event.type));
    const [last] = rereadings;
    return acted || last === undefined ? 'resolved' : (withdrawalOf(last) ?? 'resolved');
  }
  const clock = file.clocks.find(({ id, epoch }) => id === member.clockId && epoch === member.epoch);
  const stands = clock !== undefined && clock.status !== 'stopped';
  const cause = rereadings.find((event) => {
    const said = saidOf(event, member);
    return said !== undefined && (said.breachWithdrawn || stands);
  });
  return cause === undefined ? 'resolved' : (withdrawalOf(cause) ?? 'resolved');
}

function ownerAt({ dossier, segments }: DossierFile, clock: Clock, at: Minute): AlertOwner {
  const held = segments.find(({ from, to }) => from <= at && (to === null || at < to));
  if (clock.kind !== 'legal' || held === undefined) return ownerOfClock({ dossier, segments, clocks: [] }, clock);
  return alertOwner(held.owner, aroundOf(dossier));
}

/** A breach that is in the journal and no longer shows: of a clock that has stopped since, or begun again. */
function passedBreach({ clockId, epoch, rungAt }: RungTold, file: DossierFile): Ground | null {
  const clock = file.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) return null;
  const told = clock.epoch === epoch ? clock : { ...clock, epoch, warned: [], runsLow: [] };
  return groundOfClock({ ...told, breached: true, breachFiresAt: rungAt }, 'breached', ownerAt(file, clock, rungAt));
}

function passesOf(compared: Compared): readonly MemberChange[] {
  const { standing, grounds, facts, file } = compared;
  return rungsIn(facts)
    .filter(({ isBreach }) => isBreach)
    .flatMap((rung) => {
      const ground = passedBreach(rung, file);
      if (ground === null) return [];
      const key = groundKey(ground);
      const isThere = [...grounds.map(groundKey), ...standing.map(keyOf)].includes(key);
      return isThere ? [] : [{ kind: 'pass' as const, ground, why: departureOf(rung, compared) }];
    });
}

function keyOf({ rule, clockId, epoch }: StandingMember): string {
  return `${rule} ${clockId} ${epoch}`;
}

/** With the true minute of the rung it stands on, where a fact or the row tells it. */
function withRung(ground: Ground, rungs: readonly RungTold[], member: StandingMember | undefined): Ground {
  if (ground.rungAt !== null) return ground;
  const own = rungs.filter(({ clockId, epoch }) => clockId === ground.clockId && epoch === ground.epoch);
  const rungAt = own.at(-1)?.rungAt ?? (member?.level === ground.level ? member.rungAt : null);
  return { ...ground, rungAt };
}

function isSame(member: StandingMember, ground: Ground): boolean {
  return member.level === ground.level && member.code === ground.code && member.told.join() === ground.told.join();
}

interface Since {
  readonly facts: readonly DossierEvent[];
  readonly takenBack?: () => Departure;
}

/**
 * What has to be written for one finding that holds, given the member that stands for it in the rows. A breach that is none any more
 * leaves by its own reason (`takenBack`), so that it is told as such although the clock still warns.
 */
export function heldChanges(
  found: Ground,
  member: StandingMember | undefined,
  { facts, takenBack = () => 'resolved' }: Since,
): readonly MemberChange[] {
  const ground = withRung(found, rungsIn(facts), member);
  if (member === undefined) return [{ kind: 'join', ground }];
  if (member.key !== alertKey(ground.common)) {
    return [
      { kind: 'leave', member, why: 'moved' },
      { kind: 'join', ground },
    ];
  }
  if (member.level === 'breached' && ground.level !== 'breached') {
    return [
      { kind: 'leave', member, why: takenBack() },
      { kind: 'join', ground, again: true },
    ];
  }
  return isSame(member, ground) ? [] : [{ kind: 'change', member, ground }];
}

/**
 * The changes from the standing findings of one dossier to those that hold: nothing where they agree. A finding whose owner or
 * decision is another now moves to the alert of that cause. Pure.
 */
export function differences(compared: Compared): readonly MemberChange[] {
  const { standing, grounds, facts } = compared;
  const members = new Map(standing.map((member) => [keyOf(member), member]));
  const held = grounds.flatMap((found): readonly MemberChange[] => {
    const key = groundKey(found);
    const member = members.get(key);
    members.delete(key);
    return heldChanges(found, member, { facts, takenBack: () => departureOf(found, compared) });
  });
  const gone = [...members.values()].map((member) => ({
    kind: 'leave' as const,
    member,
    why: departureOf(member, compared),
  }));
  return [...gone, ...held, ...passesOf(compared)];
}
