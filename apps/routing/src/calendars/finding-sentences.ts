/** What is wrong with a calendar version, as the errors of a problem say it. */
import type { CalendarFinding } from '@lien-thong/domain';
import { CALENDAR_SENTENCES, filledIn } from '@lien-thong/domain/words';
import type { FieldError } from '../http/problem.js';

/** A finding as the errors of a problem carry it; `code` stands before the sentence in its facts. */
export function inWords({ rule, path, facts }: CalendarFinding): FieldError {
  const [vietnamese, english] = CALENDAR_SENTENCES[rule];
  return { field: path, reason: filledIn(vietnamese, facts), reasonEn: filledIn(english, facts) };
}
