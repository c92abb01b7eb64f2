import { Module } from '@nestjs/common';
import { DemoClockController } from './demo-clock.controller.js';

/** What the demo profile has beyond the others. */
@Module({ controllers: [DemoClockController] })
export class DemoModule {}
