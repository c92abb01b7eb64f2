import { Global, Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Ledger, Sweep } from '@lien-thong/engine';
import type { ClockPort, Ids, LedgerPorts, Reference, Store } from '@lien-thong/engine';
import type { Env } from '../env.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { Commits } from './commits.js';
import { SweepLoop } from './sweep-loop.js';
import { APPLICATION_WALL, CLOCK, ENV, IDS, REFERENCE, STORE } from './tokens.js';

const LEDGER_PORTS = Symbol('LedgerPorts');

/** The engine over its ports: the ledger that every command goes through, and the sweep. */
@Global()
@Module({
  imports: [ReferenceModule],
  providers: [
    Commits,
    {
      provide: LEDGER_PORTS,
      useFactory: portsOf,
      inject: [STORE, CLOCK, IDS, REFERENCE, ENV, Commits, APPLICATION_WALL],
    },
    { provide: Ledger, useFactory: (ports: LedgerPorts) => new Ledger(ports), inject: [LEDGER_PORTS] },
    { provide: Sweep, useFactory: (ports: LedgerPorts) => new Sweep(ports), inject: [LEDGER_PORTS] },
    SweepLoop,
  ],
  exports: [Ledger, SweepLoop, Commits],
})
export class EngineModule implements BeforeApplicationShutdown {
  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    commits: Commits,
    loop: SweepLoop,
  ) {
    commits.listen(() => loop.committed());
  }

  /** Whoever was let in is answered; nobody else is let in. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.ledger.drain();
  }
}

// The parameters are what Nest injects, one for each port.
function portsOf(
  ...[store, clock, ids, reference, env, commits, wall]: [
    Store,
    ClockPort,
    Ids,
    Reference,
    Env,
    Commits,
    ApplicationWall,
  ]
): LedgerPorts {
  return {
    store,
    clock,
    ids,
    reference,
    codeOwner: env.LIENTHONG_CODE_OWNER,
    takenFor: wall.takenFor,
    onCommitted: (items) => commits.announce(items),
  };
}
