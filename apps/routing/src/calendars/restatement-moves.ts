/** What a run makes of one dossier. */
import { deskCalendarName } from '@lien-thong/domain';
import type { AgencyId, CalendarNotice, Pin } from '@lien-thong/domain';
import type { LoadedDossier, Move } from '@lien-thong/engine';
import type { LiveReference } from '../reference/live-reference.js';
import type { Run } from './restatement-rows.js';

interface Known {
  readonly reference: LiveReference;
  readonly notices: readonly CalendarNotice[];
}

/** `national@3+31@1`: the versions of the layers by their ids. */
function versionsIn(version: string): ReadonlyMap<string, number> {
  return new Map(
    version.split('+').map((part) => {
      const at = part.lastIndexOf('@');
      return [part.slice(0, at), Number(part.slice(at + 1))] as const;
    }),
  );
}

/** Notices of all versions after `from` up to `to`, of the layers both are made of. */
function noticesBetween(from: string, to: string, notices: readonly CalendarNotice[]): readonly CalendarNotice[] {
  const [before, after] = [versionsIn(from), versionsIn(to)];
  return notices.filter(
    ({ layer, layerId, version }) =>
      layer !== 'closure' && version > (before.get(layerId) ?? 0) && version <= (after.get(layerId) ?? 0),
  );
}

function legalMove(pin: Pin, target: string, { reference, notices }: Known): Move {
  const { calendarProvince, calendarVersion } = pin;
  return {
    restated: {
      calendar: `legal:${calendarProvince}`,
      fromVersion: calendarVersion,
      toVersion: target,
      notices: noticesBetween(calendarVersion, target, notices),
    },
    from: reference.rulesOf(pin),
    to: reference.rulesOf({ ...pin, calendarVersion: target }),
    desk: null,
  };
}

/** The move of a dossier, or null where it stands as it should. */
export function moveFor({ file: { dossier } }: LoadedDossier, run: Run, known: Known): Move | null {
  const { pin, restatedDesks } = dossier;
  if (run.layer !== 'closure') {
    const target = known.reference.legalCalendar(pin.calendarProvince).version;
    return target === pin.calendarVersion ? null : legalMove(pin, target, known);
  }
  const agencyId = run.layerId as AgencyId;
  const [fromVersion, toVersion] = [restatedDesks?.[agencyId] ?? `${agencyId}@0`, `${agencyId}@${run.version}`];
  if (fromVersion === toVersion) return null;
  const rules = known.reference.rulesOf(pin);
  const notices = known.notices.filter((notice) => notice.layer === 'closure' && notice.layerId === agencyId);
  const restated = { calendar: deskCalendarName(agencyId), fromVersion, toVersion };
  const told = notices.filter(({ version }) => version <= run.version && version > Number(fromVersion.split('@')[1]));
  return { restated: { ...restated, notices: told }, from: rules, to: rules, desk: agencyId };
}
