/** Branded identifiers. They are strings on the wire and in rows; the brand keeps them from being mixed up in code. */
import { z } from 'zod';

/** UUID of a dossier, made by the caller's Ids port (never inside the domain). */
export const dossierIdSchema = z.uuid().brand<'DossierId'>();
export type DossierId = z.infer<typeof dossierIdSchema>;

/** Key of an agency in the directory, for example `31.11413.ubnd`. Stable for life; the electronic identifier (H24…) may change. */
export const agencyIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,63}$/)
  .brand<'AgencyId'>();
export type AgencyId = z.infer<typeof agencyIdSchema>;

/** National procedure code `N.NNNNNN` (reference: Thông tư 01/2018/TT-VPCP and the national portal). */
export const procedureCodeSchema = z
  .string()
  .regex(/^\d\.\d{6}$/)
  .brand<'ProcedureCode'>();
export type ProcedureCode = z.infer<typeof procedureCodeSchema>;

/** Pseudonymous id of an officer; the person behind it is never part of an event. */
export const officerIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .brand<'OfficerId'>();
export type OfficerId = z.infer<typeof officerIdSchema>;

/** Short machine key used inside a procedure: of a case, a step, a consultation, a system. */
export const keySchema = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/);
