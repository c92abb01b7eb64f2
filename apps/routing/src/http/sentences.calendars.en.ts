/** Answers of the administration of calendars. */
import type { CalendarAdministrationCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const CALENDARS_ENGLISH: Pick<Sentences, CalendarAdministrationCode> = {
  'calendar-unsound': {
    title: 'The calendar contradicts itself or the law, and cannot be used so.',
    todo: 'Mend each of the faults named below.',
  },
  'calendar-outdated': {
    title: 'Another version was published since this draft was written.',
    todo: 'Read version {newest}, write what it says into the draft, and publish then.',
  },
};
