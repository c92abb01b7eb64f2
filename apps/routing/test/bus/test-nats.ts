/** A broker of the test's own, which can be killed, started again on the same port, and robbed of its store. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import type { AgencyId } from '@lien-thong/domain';
import { startNats } from '../../../../infra/nats/launcher.mjs';
import { until } from '../../../../infra/testing/until.js';
import { STREAM, durableOf, inboxPrefixOf, userOf } from '../../src/bus/nats-names.js';
import { AgencyPasswords, usersFile } from '../../src/bus/users-file.js';
import { NatsBus } from '../../src/bus/nats-bus.js';
import type { NatsBusOptions } from '../../src/bus/nats-bus.js';
import type { TopologyOptions } from '../../src/bus/nats-topology.js';
import type { BusAccess } from '../../src/bus/exchange.js';

type Running = Awaited<ReturnType<typeof startNats>>;

export const TEST_TOPOLOGY: TopologyOptions = {
  maxBytes: 256 * 1024 * 1024,
  maxAgeHours: 24,
  replicas: 1,
  ackWaitMs: 1_000,
  maxAckPending: 1_000,
};
const SOURCE = 'http://127.0.0.1:8080';

export class TestNats {
  readonly passwords = new AgencyPasswords(Buffer.alloc(32, 3), 1);
  private agencies: readonly AgencyId[] = [];

  private constructor(
    private readonly folder: string,
    private running: Running,
  ) {}

  static async start(agencies: readonly AgencyId[]): Promise<TestNats> {
    const folder = mkdtempSync(join(tmpdir(), 'lien-thong-nats-'));
    const nats = new TestNats(folder, await startNats({ folder }));
    nats.admit(agencies);
    return nats;
  }

  get port(): number {
    return this.running.port;
  }
  get pid(): number {
    return this.running.pid;
  }
  get url(): string {
    return this.running.url;
  }
  get usersFile(): string {
    return this.running.usersFile;
  }
  get pidFile(): string {
    return this.running.pidFile;
  }
  get hubUrl(): string {
    return this.running.hubUrl;
  }
  get hubPassword(): string {
    return new URL(this.running.hubUrl).password;
  }

  /** Lets these agencies in, and nobody else; `further` is the text of more users. */
  admit(agencies: readonly AgencyId[], further = ''): void {
    this.agencies = agencies;
    const text = usersFile({ hubPassword: this.hubPassword, agencies, passwords: this.passwords });
    writeFileSync(this.usersFile, text.replace(/\]\n$/, `${further}\n]\n`), { mode: 0o600 });
    process.kill(this.pid, 'SIGHUP');
  }

  async kill(): Promise<void> {
    await this.running.kill9();
  }

  async again(): Promise<void> {
    this.running = await startNats({ folder: this.folder, port: this.running.port });
  }

  /** Power cut and a new disk: nothing of the store is left. */
  async wipe(): Promise<void> {
    await this.kill();
    rmSync(this.running.storeDir, { recursive: true, force: true });
    await this.again();
  }

  /** Somebody with every right in the exchange, as nobody has in service. */
  private async asOperator(verb: string): Promise<void> {
    this.admit(this.agencies, '  { user: "operator", password: "for-this-test" }');
    // The broker reads its users while it serves.
    await until(async () => {
      const connection = await connect({
        servers: this.url,
        user: 'operator',
        pass: 'for-this-test',
        reconnect: false,
      }).catch(() => null);
      if (connection === null) return false;
      await connection.request(verb, '', { timeout: 5_000 });
      await connection.close();
      return true;
    });
  }

  deleteStream(): Promise<void> {
    return this.asOperator(`$JS.API.STREAM.DELETE.${STREAM}`);
  }

  deleteConsumer(agencyId: AgencyId): Promise<void> {
    return this.asOperator(`$JS.API.CONSUMER.DELETE.${STREAM}.${durableOf(agencyId)}`);
  }

  access(agencyId: AgencyId): BusAccess {
    return {
      url: this.url,
      user: userOf(agencyId),
      password: this.passwords.of(agencyId),
      stream: STREAM,
      consumer: durableOf(agencyId),
      inboxPrefix: inboxPrefixOf(agencyId),
    };
  }

  /** The hub's end, as the service makes it. */
  bus(options: Partial<NatsBusOptions> = {}): NatsBus {
    return new NatsBus({
      where: { servers: [this.url], password: this.hubPassword, caFile: null },
      topology: TEST_TOPOLOGY,
      source: SOURCE,
      idKey: Buffer.alloc(32, 4),
      agencies: () => this.agencies,
      publishWithinMs: 2_000,
      ...options,
    });
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
