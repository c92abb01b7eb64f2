import { Module } from '@nestjs/common';
import { Administration } from '../procedures/administration.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { CalendarAdministrationController } from './calendar-administration.controller.js';
import { CalendarsController } from './calendars.controller.js';
import { DraftCalendar } from './draft-calendar.js';
import { PreviewChange } from './preview-change.js';
import { PublishCalendar } from './publish-calendar.js';
import { ReadCalendars } from './read-calendars.js';
import { RestatementModule } from './restatement.module.js';

/** Calendars to be read, and their administration. */
@Module({
  imports: [ReferenceModule, RestatementModule],
  controllers: [CalendarsController, CalendarAdministrationController],
  providers: [ReadCalendars, Administration, DraftCalendar, PublishCalendar, PreviewChange],
})
export class CalendarsModule {}
