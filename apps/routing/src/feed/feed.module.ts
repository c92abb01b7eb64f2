import { Module } from '@nestjs/common';
import { FeedController } from './feed.controller.js';
import { ReadEventsHandler } from './read-events.js';

/** The feed of an agency: complete; the bus only makes it soon (DESIGN §5). */
@Module({ controllers: [FeedController], providers: [ReadEventsHandler] })
export class FeedModule {}
