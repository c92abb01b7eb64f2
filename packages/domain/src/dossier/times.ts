/** When a fact is taken to have happened (DESIGN 4.8). */
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { instantOf, millisOf, minuteOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import type { Command, CommandType } from './commands.js';
import { CLOCK_SKEW_TOLERANCE_MINUTES } from './commands.js';
import type { DossierFile } from './file.js';

const TOLERANCE_MS = CLOCK_SKEW_TOLERANCE_MINUTES * 60_000;

/** Wall-clock minutes from `a` to `b`, with fractions; negative when `b` lies before `a`. */
export function minutesBetween(a: Instant, b: Instant): number {
  return (millisOf(b) - millisOf(a)) / 60_000;
}

/**
 * A declared time against the decision's own clock: left out it is `now`; ahead of `now` by at most two minutes it is clamped,
 * because clocks at counters are not exact; further ahead it is refused with `occurred-in-future`.
 */
export function notAhead(declared: Instant | undefined, now: Instant): Instant | Refusal {
  if (declared === undefined || declared <= now) return declared ?? now;
  if (millisOf(declared) - millisOf(now) <= TOLERANCE_MS) return now;
  return refuse('occurred-in-future', { occurredAt: declared, now });
}

/** When the copy on its way was sent off, as far as a clock of the file tells; its receipt may not lie before that. */
function sentOff({ dossier, clocks }: DossierFile): Instant {
  const delivery = clocks.find(({ id }) => id === `delivery:${dossier.transfer?.attempt}`);
  const supplement = clocks.find(({ id }) => id === `supplement:${dossier.supplementRounds}`);
  const since = dossier.phase === 'inTransfer' ? delivery?.startedAt : supplement?.stoppedAt;
  const isLast = since === undefined || since === null || since >= minuteOf(dossier.lastFactAt);
  return isLast ? dossier.lastFactAt : instantOf(since);
}

/**
 * The fact that this one may not lie before: the dossier's last. Receipts and opinions come from other houses at their own pace,
 * so they are bound only by what they answer to, and may arrive in any order (DESIGN 4.8).
 */
function boundOf(command: Command, file: DossierFile): Instant {
  const { lastFactAt, consultations } = file.dossier;
  if (command.type === 'answerConsultation') return consultations[command.consultation]?.requestedAt ?? lastFactAt;
  return command.type === 'confirmDelivery' ? sentOff(file) : lastFactAt;
}

/** Commands that are about other times than their own: they happen when they are given, whatever is declared later. */
const REVISES: ReadonlySet<CommandType> = new Set<CommandType>([
  'correctReception',
  'correctTime',
  'enterLate',
  'resolveConflict',
]);

/**
 * `occurredAt` of the facts of a command. It may lie any time back (a paper dossier typed in later) but not before the dossier's
 * last fact: `occurred-before-last-fact`. A correction of the reception time is free of that rule: it re-folds the journal.
 */
export function occurredAtOf(command: Command, file: DossierFile | null, now: Instant): Instant | Refusal {
  const at = notAhead(command.occurredAt, now);
  if (typeof at !== 'string' || file === null || REVISES.has(command.type)) return at;
  const lastFactAt = boundOf(command, file);
  return at < lastFactAt ? refuse('occurred-before-last-fact', { occurredAt: at, lastFactAt }) : at;
}
