import { Inject, Injectable } from '@nestjs/common';
import type { AlertCommand } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { fingerprintOf } from '../http/idempotency.js';
import { Problem } from '../http/problem.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { APPLICATION_WALL, READ_POOL } from '../runtime/tokens.js';
import { readAs } from '../store/read-as.js';
import { ActOnAlert } from './act-on-alert.js';
import type { ActedOnAlertView } from './alert-act-bodies.js';
import { AlertNumbers } from './alert-numbers.js';
import { namedFor, readAlert } from './alert-reads.js';

export interface AlertActCall {
  readonly caller: Caller;
  readonly key: string;
  readonly id: string;
  /** Version the caller has seen, or null when he does not say. */
  readonly seen: number | null;
  readonly command: AlertCommand;
  readonly body: unknown;
}

/** Acts on alerts as requests bring them: under a key, by whoever may know of the alert, on the version he has seen. */
@Injectable()
export class KeyedAlertActs {
  constructor(
    private readonly acting: ActOnAlert,
    private readonly numbers: AlertNumbers,
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** Throws `alert-not-found`, `if-match-required` and `key-reused`, and what a refusal stands for. */
  async act({ caller, key, id, seen, command, body }: AlertActCall): Promise<ActedOnAlertView> {
    await this.expectVisible(caller, id);
    // Who overwrites what another did has to have seen it (DESIGN §5). Software is told that it may not act at all.
    if (seen === null && caller.kind === 'person') throw new Problem('if-match-required');
    const asked = seen === null ? command : { ...command, ifVersion: seen };
    const fingerprint = fingerprintOf(`alert ${command.type}`, id, body);
    const outcome = await this.acting.actOnAlert(caller, id, asked, { agencyId: caller.agencyId, key, fingerprint });
    if ('refused' in outcome) throw new Problem(outcome.code, outcome.facts);
    this.numbers.wake();
    const { n, version, alert, replayed } = outcome;
    return { id, version, state: alert.status, n, replayed: replayed ?? false };
  }

  /** With the caller's own eyes, so that row-level security is asked too. */
  private async expectVisible(caller: Caller, id: string): Promise<void> {
    const named = namedFor(this.wall, caller);
    const alert = await readAs(this.pool, caller, (read) => readAlert(read, id, named));
    if (alert === null) throw new Problem('alert-not-found');
  }
}
