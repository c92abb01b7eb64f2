import { Module } from '@nestjs/common';
import { Administration } from '../procedures/administration.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ApproveOutage } from './approve-outage.js';
import { OutagesController } from './outages.controller.js';
import { PreviewOutage } from './preview-outage.js';
import { ProposeOutage } from './propose-outage.js';
import { ReadOutages } from './read-outages.js';
import { ReliefModule } from './relief.module.js';

/** Outages of shared systems over HTTP. */
@Module({
  imports: [ReferenceModule, ReliefModule],
  controllers: [OutagesController],
  providers: [Administration, ProposeOutage, ApproveOutage, ReadOutages, PreviewOutage],
})
export class OutagesModule {}
