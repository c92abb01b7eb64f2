import { createInbox, nanos, nuid } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { BusAccess } from '../../api/schemas.generated.js';
import type { Arrivals } from './arrivals.js';
import { inboxMessage } from './inbox-message.js';

/** A pull that brings nothing is asked for anew after this. */
const EXPIRES_MS = 20_000;
/** The broker shows this often that it has not forgotten the pull. */
const HEARTBEAT_MS = 4_000;
/** Silence after which the pull is taken for forgotten. */
const SILENT_MS = 10_000;
/** After the broker said that there is no such inbox, or not now. */
const AFTER_REFUSAL_MS = 1_000;

const HEARTBEAT = 100;
const NO_MESSAGES = 404;
const PULL_EXPIRED = 408;

interface PullOptions {
  readonly connection: NatsConnection;
  readonly options: BusAccess;
  readonly arrivals: Arrivals;
  readonly batch: number;
  readonly onTrouble: (reason: string) => void;
  readonly onWell: () => void;
}

/**
 * Pulls one inbox over one connection: the next batch is asked for when the last was taken, so no more than a batch is ever held.
 * Written on the plain protocol because an agency may publish to three subjects only, and the driver's consumer wants more.
 */
export class Pull {
  private readonly inbox: string;
  private readonly next: string;
  private serial = 0;
  /** Messages the current pull may still bring. */
  private expected = 0;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly given: PullOptions) {
    const { inboxPrefix, stream, consumer } = given.options;
    this.inbox = `${createInbox(inboxPrefix)}.${nuid.next()}`;
    this.next = `$JS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`;
  }

  start(): void {
    const { connection, arrivals } = this.given;
    connection.subscribe(`${this.inbox}.*`, { callback: (error, message) => this.arrived(error, message) });
    void this.watchForRefusals();
    arrivals.onEmpty = () => this.askIfDrained();
    this.askIfDrained();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.given.arrivals.onEmpty = () => undefined;
    this.given.arrivals.clear();
  }

  private askIfDrained(): void {
    if (this.expected === 0 && this.given.arrivals.isDrained) this.ask();
  }

  private ask(): void {
    if (this.stopped || this.given.connection.isClosed()) return;
    const { batch, connection } = this.given;
    this.serial += 1;
    this.expected = batch;
    const asked = { batch, expires: nanos(EXPIRES_MS), idle_heartbeat: nanos(HEARTBEAT_MS) };
    connection.publish(this.next, JSON.stringify(asked), { reply: `${this.inbox}.${this.serial}` });
    this.askAgainIn(SILENT_MS);
  }

  private askAgainIn(millis: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.askIfWanted(), millis);
  }

  private askIfWanted(): void {
    this.expected = 0;
    this.askIfDrained();
  }

  private arrived(error: Error | null, message: Msg): void {
    if (this.stopped) return;
    if (error !== null) return this.given.onTrouble(error.message);
    const status = message.reply === undefined || message.reply === '' ? (message.headers?.code ?? 0) : 0;
    if (status === 0) return this.take(message);
    // What an earlier pull has still to say is of no interest.
    if (!message.subject.endsWith(`.${this.serial}`)) return;
    this.told(status, message.headers?.description ?? '');
  }

  private take(message: Msg): void {
    this.expected = Math.max(0, this.expected - 1);
    this.given.onWell();
    if (this.expected === 0) clearTimeout(this.timer);
    else this.askAgainIn(SILENT_MS);
    this.given.arrivals.add(inboxMessage(this.given.connection, message));
    this.askIfDrained();
  }

  private told(status: number, description: string): void {
    if (status === HEARTBEAT) return this.askAgainIn(SILENT_MS);
    if (status === PULL_EXPIRED || status === NO_MESSAGES) {
      this.given.onWell();
      this.askIfWanted();
      return;
    }
    this.given.onTrouble(`${status} ${description}`.trim());
    this.askAgainIn(AFTER_REFUSAL_MS);
  }

  private async watchForRefusals(): Promise<void> {
    for await (const status of this.given.connection.status()) {
      if (status.type === 'error') this.given.onTrouble(status.error.message);
    }
  }
}
