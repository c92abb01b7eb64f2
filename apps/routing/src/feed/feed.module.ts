import { Module } from '@nestjs/common';
import { BusAccessController } from '../bus/bus-access.controller.js';
import { GetBusAccessHandler } from '../bus/get-bus-access.js';
import { FeedController } from './feed.controller.js';
import { ReadEventsHandler } from './read-events.js';

/** The feed of an agency: complete; the bus only makes it soon (DESIGN §5). */
@Module({
  controllers: [FeedController, BusAccessController],
  providers: [ReadEventsHandler, GetBusAccessHandler],
})
export class FeedModule {}
