import type { ProcedureVersion } from '@lien-thong/client';
import { useQuery } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { dayText, isoDayOf } from '../words/format.js';
import { versionOn } from './reception-draft.js';

const HOUR_MS = 3_600_000;

/** Day on the clock of Viet Nam, `2026-11-25`. */
export function dayOf(instant: string): string {
  return isoDayOf(dayText(instant)) ?? instant.slice(0, 10);
}

interface Known {
  readonly version: ProcedureVersion | null;
  /** There is none in force on that day. */
  readonly isNone: boolean;
  readonly fault: unknown;
}

/** The version of a procedure that is in force when the dossier is received. */
export function useVersionInForce(code: string | null, occurredAt: string | null): Known {
  const { at } = useMe();
  const day = dayOf(occurredAt ?? at);
  const procedure = useQuery({
    queryKey: [ABOUT.procedures, code],
    queryFn: () => valueFrom(service.readProcedure({ code: code ?? '' })),
    enabled: code !== null,
    staleTime: HOUR_MS,
  });
  const number = procedure.data === undefined || code === null ? null : versionOn(procedure.data.versions, day);
  const version = useQuery({
    queryKey: [ABOUT.procedures, code, number],
    queryFn: () => valueFrom(service.readProcedureVersion({ code: code ?? '', version: number ?? 0 })),
    enabled: number !== null,
    staleTime: HOUR_MS,
  });
  return {
    version: number === null ? null : (version.data ?? null),
    isNone: code !== null && procedure.data !== undefined && number === null,
    fault: procedure.error ?? version.error,
  };
}
