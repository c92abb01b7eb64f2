import { Injectable } from '@nestjs/common';

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Series {
  readonly counts: number[];
  sum: number;
  total: number;
}

/** Counters in the text format of Prometheus. Labels are routes and statuses: never a code, an agency or a person (law 11). */
@Injectable()
export class Metrics {
  private readonly requests = new Map<string, Series>();
  private readonly counters = new Map<string, number>();
  private readonly readings: {
    readonly name: string;
    readonly type: 'gauge' | 'counter';
    readonly read: () => number;
  }[] = [];

  /** One answered request; `route` is the pattern, not the address. */
  answered(route: string, { method, status, seconds }: { method: string; status: number; seconds: number }): void {
    const labels = `method="${method}",route="${route}",status="${status}"`;
    const series = this.requests.get(labels) ?? { counts: BOUNDS.map(() => 0), sum: 0, total: 0 };
    this.requests.set(labels, series);
    BOUNDS.forEach((bound, i) => {
      if (seconds <= bound) series.counts[i] = (series.counts[i] ?? 0) + 1;
    });
    series.sum += seconds;
    series.total += 1;
  }

  count(name: 'feed_entries_committed' | 'commits', by: number): void {
    this.counters.set(name, (this.counters.get(name) ?? 0) + by);
  }

  /** A number that is looked up when it is asked for. */
  watch(type: 'gauge' | 'counter', name: string, read: () => number): void {
    this.readings.push({ name, type, read });
  }

  text(): string {
    const lines = [
      '# HELP lienthong_http_request_seconds Time to answer',
      '# TYPE lienthong_http_request_seconds histogram',
    ];
    for (const [labels, series] of this.requests) lines.push(...histogram(labels, series));
    for (const [name, value] of this.counters) {
      lines.push(`# TYPE lienthong_${name}_total counter`, `lienthong_${name}_total ${value}`);
    }
    for (const { name, type, read } of this.readings) {
      lines.push(`# TYPE lienthong_${name} ${type}`, `lienthong_${name} ${read()}`);
    }
    const memory = process.memoryUsage();
    lines.push('# TYPE process_resident_memory_bytes gauge', `process_resident_memory_bytes ${memory.rss}`);
    lines.push('# TYPE process_uptime_seconds gauge', `process_uptime_seconds ${process.uptime().toFixed(1)}`);
    return `${lines.join('\n')}\n`;
  }
}

function histogram(labels: string, { counts, sum, total }: Series): string[] {
  const name = 'lienthong_http_request_seconds';
  return [
    ...BOUNDS.map((bound, i) => `${name}_bucket{${labels},le="${bound}"} ${counts[i] ?? 0}`),
    `${name}_bucket{${labels},le="+Inf"} ${total}`,
    `${name}_sum{${labels}} ${sum.toFixed(6)}`,
    `${name}_count{${labels}} ${total}`,
  ];
}
