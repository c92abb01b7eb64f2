import { Global, Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Ledger, Relay, Sweep } from '@lien-thong/engine';
import type { ClockPort, Ids, LedgerPorts, Reference, RelayPorts, Store } from '@lien-thong/engine';
import { BUS } from '../bus/bus.module.js';
import { FeedWakes } from '../bus/feed-wakes.js';
import type { Env } from '../env.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import { knowingStore } from '../reference/knowing-store.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { Commits } from './commits.js';
import { KeyPurgeLoop } from './key-purge-loop.js';
import { RelayLoop } from './relay-loop.js';
import { SweepLoop } from './sweep-loop.js';
import { SweepLooks } from './sweep-looks.js';
import { APPLICATION_WALL, CLOCK, ENV, IDS, REFERENCE, STORE } from './tokens.js';

const LEDGER_PORTS = Symbol('LedgerPorts');
/** One transaction of the sweep is decided here while another is written there; more would only wait for each other. */
const SWEEP_LANES = 2;

/** The engine over its ports: the ledger that every command goes through, and the sweep. */
@Global()
@Module({
  imports: [ReferenceModule],
  providers: [
    Commits,
    {
      provide: LEDGER_PORTS,
      useFactory: portsOf,
      inject: [STORE, CLOCK, IDS, REFERENCE, ENV, Commits, APPLICATION_WALL, ReferenceWatch],
    },
    { provide: Ledger, useFactory: (ports: LedgerPorts) => new Ledger(ports), inject: [LEDGER_PORTS] },
    { provide: Sweep, useFactory: (ports: LedgerPorts) => new Sweep(ports, SWEEP_LANES), inject: [LEDGER_PORTS] },
    {
      provide: Relay,
      useFactory: (store: Store, bus: RelayPorts['bus']) => new Relay({ store, bus }),
      inject: [STORE, BUS],
    },
    SweepLooks,
    SweepLoop,
    KeyPurgeLoop,
    RelayLoop,
  ],
  exports: [Ledger, SweepLoop, RelayLoop, Commits],
})
export class EngineModule implements BeforeApplicationShutdown {
  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(FeedWakes) private readonly wakes: FeedWakes,
    @Inject(RelayLoop) private readonly relayLoop: RelayLoop,
    relay: Relay,
    commits: Commits,
  ) {
    commits.listen((items) => relay.publish(items));
    commits.listen((items) => wakes.wake(new Set(items.map(({ agencyId }) => agencyId))));
  }

  /** Whoever was let in is answered; nobody else is let in. Then what was committed is handed over, and only then the bus let go. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.wakes.close();
    await this.ledger.drain();
    await this.relayLoop.stop();
  }
}

// The parameters are what Nest injects, one for each port.
function portsOf(
  ...[store, clock, ids, reference, env, commits, wall, watch]: [
    Store,
    ClockPort,
    Ids,
    Reference,
    Env,
    Commits,
    ApplicationWall,
    ReferenceWatch,
  ]
): LedgerPorts {
  return {
    store: knowingStore(store, (pins) => watch.acquaint(pins)),
    clock,
    ids,
    reference,
    codeOwner: env.LIENTHONG_CODE_OWNER,
    takenFor: wall.takenFor,
    onCommitted: (items) => commits.announce(items),
  };
}
