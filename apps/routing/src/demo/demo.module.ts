import { Module } from '@nestjs/common';
import { DemoClockController } from './demo-clock.controller.js';
import { DemoIdentitiesController } from './demo-identities.controller.js';

/** What the demo profile has beyond the others. */
@Module({ controllers: [DemoClockController, DemoIdentitiesController] })
export class DemoModule {}
