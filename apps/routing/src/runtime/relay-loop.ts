import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { AgencyId, Directory } from '@lien-thong/domain';
import { Relay } from '@lien-thong/engine';
import { EXCHANGE } from '../bus/bus.module.js';
import type { Exchange } from '../bus/exchange.js';
import type { Env } from '../env.js';
import { logLine } from '../http/log.js';
import { LiveReference } from '../reference/live-reference.js';
import { Rounds } from './rounds.js';
import { ENV, REFERENCE } from './tokens.js';

/** Cursors are stored this often, and a changed directory noticed. */
const TICK_MS = 1_000;
/** What was not acknowledged is looked for this often, and at once when the broker is back. */
const CATCH_UP_MS = 30_000;
const LOOKS_AFTER_OUTAGE = 2;
/** Share of the stream from which on the operator is told that it fills up. */
export const FILLING = 0.7;

/**
 * What the relay does beside handing over fresh commits: stores how far it came, sends again what was not acknowledged (role `relay`),
 * and keeps the broker as it must be. One thing at a time; whatever fails is done again.
 */
@Injectable()
export class RelayLoop implements OnApplicationBootstrap {
  private readonly rounds = new Rounds(async () => {
    await this.tick();
    return TICK_MS;
  });
  private known: Directory | null = null;
  private catchUpAt = 0;
  /** Looks that are due at once. The relay sends again what two looks found in the same place. */
  private urgent = 0;
  private lost = false;
  private up: boolean | null = null;
  private filling = false;
  private lastFault: string | null = null;
  private lyingBehind = 0;

  constructor(
    private readonly relay: Relay,
    @Inject(EXCHANGE) private readonly exchange: Exchange,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.attempt('agencies', () => this.takeOverAgencies());
    this.exchange.start({
      onUp: () => this.cameUp(),
      onDown: (reason) => this.wentDown(reason),
      onLost: () => (this.lost = true),
    });
    this.rounds.nextIn(TICK_MS);
  }

  /** Facts that were committed and not handed over when last looked: what an operator watches. */
  get behind(): number {
    return this.lyingBehind;
  }

  /** Hands over what was begun, stores how far that came, and lets go of the bus. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await this.relay.settled();
    await this.attempt('cursors', () => this.relay.save());
    await this.exchange.close();
  }

  private async tick(): Promise<void> {
    await this.attempt('agencies', () => this.takeOverAgencies());
    await this.attempt('cursors', () => this.relay.save());
    if (this.lost && this.isOnDuty()) await this.attempt('announcement', () => this.announce());
    if (this.urgent === 0 && Date.now() < this.catchUpAt) return;
    this.urgent = Math.max(0, this.urgent - 1);
    this.catchUpAt = Date.now() + CATCH_UP_MS;
    await this.attempt('broker', () => this.exchange.look());
    this.tellWhenFilling();
    if (this.isOnDuty()) await this.attempt('catch-up', () => this.catchUp());
  }

  private async takeOverAgencies(): Promise<void> {
    const { directory } = this.reference;
    if (directory === this.known) return;
    // Keys of the directory are ids of agencies, checked when it was loaded.
    await this.exchange.agenciesAre([...directory.agencies.keys()] as AgencyId[]);
    this.known = directory;
  }

  private async announce(): Promise<void> {
    const announced = await this.relay.announce();
    this.lost = false;
    if (announced > 0) logLine('info', 'bus-announced', { agencies: announced });
  }

  private async catchUp(): Promise<void> {
    const sent = await this.relay.catchUp().finally(async () => {
      this.lyingBehind = await this.relay.behind();
    });
    if (sent > 0) logLine('info', 'relay-caught-up', { sent });
  }

  private cameUp(): void {
    if (this.up !== true) logLine('info', 'bus-up', { kind: this.exchange.state().kind });
    this.up = true;
    this.urgent = LOOKS_AFTER_OUTAGE;
  }

  /** Told once, not at every further attempt. */
  private wentDown(reason: string): void {
    if (this.up !== false && !this.rounds.isOver) logLine('warn', 'bus-down', { reason });
    this.up = false;
  }

  private tellWhenFilling(): void {
    const { filled } = this.exchange.state();
    const filling = filled !== null && filled >= FILLING;
    if (filling && !this.filling) logLine('warn', 'bus-filling', { percent: Math.round(100 * filled) });
    this.filling = filling;
  }

  private isOnDuty(): boolean {
    return this.env.LIENTHONG_ROLES.includes('relay');
  }

  /** A fault that goes on is told once. A broker that is away is told by its own event. */
  private async attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.lastFault?.startsWith(`${what}: `) === true) this.lastFault = null;
    } catch (error) {
      const fault = `${what}: ${error instanceof Error ? error.name : 'unknown'}`;
      if (fault !== this.lastFault && this.exchange.state().connected) logLine('warn', 'relay-fault', { fault });
      this.lastFault = fault;
    }
  }
}
