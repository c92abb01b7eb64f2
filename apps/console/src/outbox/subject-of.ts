/** What tells a dossier without a code from the next: its procedure and who brought it. */
import type { PendingAct } from './outbox.js';

/** `1.001193 · Nguyễn Văn An`; empty for an act on a dossier that has a code. */
export function subjectOf(body: PendingAct['body']): string {
  if (!('intake' in body) || body.intake === undefined) return '';
  const applicant = body.private?.persons?.find(({ role }) => role === 'applicant');
  return [body.intake.procedureCode, applicant?.name].filter((part) => part !== undefined).join(' · ');
}
