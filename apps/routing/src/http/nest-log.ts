import type { LoggerService } from '@nestjs/common';
import { logLine } from './log.js';

/** What the framework has to say, as lines of ours: warnings and errors only, it is talkative while it starts. */
export class NestLog implements LoggerService {
  log(): void {}

  warn(message: unknown): void {
    logLine('warn', 'framework', { message: String(message) });
  }

  error(message: unknown): void {
    logLine('error', 'framework', { message: message instanceof Error ? message.name : String(message) });
  }
}
