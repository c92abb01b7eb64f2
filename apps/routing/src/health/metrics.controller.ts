import { Controller, Get, Header } from '@nestjs/common';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';
import { Metrics } from './metrics.js';

@Controller('metrics')
@Access({ public: true, unlimited: true })
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Operation({
    id: 'readMetrics',
    summary: 'Số đo cho Prometheus',
    summaryEn: 'Metrics in the text format of Prometheus',
    tag: 'operation',
    answers: { 200: { mediaType: 'text/plain' } },
    example: { status: 200 },
  })
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  text(): string {
    return this.metrics.text();
  }
}
