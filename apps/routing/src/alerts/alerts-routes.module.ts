import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReferenceModule } from '../reference/reference.module.js';
import { ActOnAlert } from './act-on-alert.js';
import { AlertActsController } from './alert-acts.controller.js';
import { AlertNumbers } from './alert-numbers.js';
import { AlertStreams } from './alert-stream.js';
import { AlertsController } from './alerts.controller.js';
import { GetAlertHandler } from './get-alert.js';
import { KeyedAlertActs } from './keyed-alert-acts.js';
import { ListAlertsHandler } from './list-alerts.js';
import { AlertEventReader } from './read-alert-events.js';

/** Alerts over HTTP: the list, one of them, acts of supervisors, what happened as a poll and as a stream. */
@Module({
  imports: [CqrsModule, ReferenceModule],
  controllers: [AlertsController, AlertActsController],
  providers: [
    ActOnAlert,
    KeyedAlertActs,
    AlertNumbers,
    AlertStreams,
    AlertEventReader,
    ListAlertsHandler,
    GetAlertHandler,
  ],
})
export class AlertsRoutesModule {}
