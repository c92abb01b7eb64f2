/** One forbidden import per rule of .dependency-cruiser.cjs: the file that breaks it, and its text. */
export interface ImportPlant {
  readonly culprit: string;
  readonly text: string;
  /** Files that must exist for the import to be found. */
  readonly beside?: Record<string, string>;
}

const NOTHING = 'export const nothing = 0;\n';

export const importPlants: Record<string, ImportPlant> = {
  'domain-is-pure': {
    culprit: 'packages/domain/src/planted-stream.ts',
    text: "import { Subject } from 'rxjs';\nexport const stream = Subject;\n",
  },
  'engine-knows-domain-only': {
    culprit: 'packages/engine/src/planted-http.ts',
    text: "import { request } from 'node:http';\nexport const ask = request;\n",
  },
  'client-knows-domain-only': {
    culprit: 'packages/client/src/node/planted-server.ts',
    text: "export * from '@lien-thong/engine';\n",
  },
  'browser-entry-stays-light': {
    culprit: 'packages/client/src/planted-parser.ts',
    text: "import { z } from 'zod';\nexport const parser = z;\n",
  },
  'routing-never-imports-other-apps': {
    culprit: 'apps/routing/src/planted-neighbour.ts',
    text: "export * from '../../agency/src/index.js';\n",
  },
  'apps-never-import-each-other': {
    culprit: 'apps/cli/src/planted-neighbour.ts',
    text: "export * from '../../agency/src/index.js';\n",
  },
  'console-via-client': {
    culprit: 'apps/console/src/planted-shortcut.ts',
    text: "export * from '@lien-thong/engine';\n",
  },
  'rows-stay-home': {
    culprit: 'apps/routing/src/dossiers/planted-reader.ts',
    text: "import type { DossierRow } from './planted.row.js';\nexport type Leaked = DossierRow;\n",
    beside: { 'apps/routing/src/dossiers/planted.row.ts': 'export interface DossierRow { id: string }\n' },
  },
  'reads-skip-decide': {
    culprit: 'apps/routing/src/dossiers/get-planted.ts',
    text: "export * from '../../../../packages/domain/src/dossier/decide.js';\n",
  },
  'pg-only-in-adapters': {
    culprit: 'apps/routing/src/dossiers/planted-sql.ts',
    text: "import pg from 'pg';\nexport const Pool = pg.Pool;\n",
  },
  'pg-is-unknown-outside-routing': {
    culprit: 'apps/cli/src/planted-sql.ts',
    text: "import type { Pool } from 'pg';\nexport type Leaked = Pool;\n",
  },
  'xstate-stays-in-procedure': {
    culprit: 'packages/domain/src/sla/planted-machine.ts',
    text: "import { createMachine } from 'xstate';\nexport const machine = createMachine;\n",
  },
  'nats-only-in-adapters': {
    culprit: 'apps/routing/src/dossiers/planted-broker.ts',
    text: "import { connect } from '@nats-io/transport-node';\nexport const join = connect;\n",
  },
  'oracles-may-not-import-the-domain': {
    culprit: 'packages/domain/src/calendar/oracle/planted-minutes.ts',
    text: "export * from '../planted-calendar.js';\n",
    beside: { 'packages/domain/src/calendar/planted-calendar.ts': NOTHING },
  },
  'only-relay-publishes': {
    culprit: 'packages/engine/src/ledger/planted-publish.ts',
    text: "import type { Bus } from '../ports/bus.js';\nexport type Shortcut = Bus;\n",
  },
  'no-circular': {
    culprit: 'packages/domain/src/planted-hen.ts',
    text: "import { egg } from './planted-egg.js';\nexport const hen = (): unknown => egg;\n",
    beside: {
      'packages/domain/src/planted-egg.ts':
        "import { hen } from './planted-hen.js';\nexport const egg = (): unknown => hen;\n",
    },
  },
  'not-to-spec': {
    culprit: 'packages/domain/src/planted-leaning.ts',
    text: "export * from './planted-tested.spec.js';\n",
    beside: { 'packages/domain/src/planted-tested.spec.ts': NOTHING },
  },
  'not-to-unresolvable': {
    culprit: 'apps/routing/src/planted-nowhere.ts',
    text: "export * from './nowhere.js';\n",
  },
};

/** What the plants import, and imports that must stay allowed: none of these may be reported. */
export const innocentSources: Record<string, string> = {
  'packages/domain/src/index.ts': "export * from './dossier/decide.js';\n",
  'packages/domain/src/dossier/decide.ts':
    "import { z } from 'zod';\nimport { build } from '../procedure/build-machine.js';\nexport const decide = [z, build];\n",
  'packages/domain/src/procedure/build-machine.ts':
    "import { createMachine } from 'xstate';\nexport const build = createMachine;\n",
  'apps/routing/src/dossiers/find-dossier.ts': "import type { Pool } from 'pg';\nexport type HandedIn = Pool;\n",
  'packages/domain/src/calendar/oracle/count-minutes.ts': "export * from './days.js';\n",
  'packages/domain/src/calendar/oracle/days.ts': NOTHING,
  'packages/engine/src/index.ts': "export type { Bus } from './ports/bus.js';\n",
  'packages/engine/src/ports/bus.ts': 'export interface Bus { publish(): void }\n',
  'packages/engine/src/relay/relay.ts': "import type { Bus } from '../ports/bus.js';\nexport type Relay = Bus;\n",
  'packages/engine/src/ledger/hash.ts':
    "import { createHash } from 'node:crypto';\nimport { decide } from '@lien-thong/domain';\nexport const parts = [createHash, decide];\n",
  'packages/client/src/index.ts': "export type * from '@lien-thong/domain';\nexport * from './receipts.js';\n",
  'packages/client/src/receipts.ts': "import { SignJWT } from 'jose';\nexport const sign = SignJWT;\n",
  'packages/client/src/node/nats/inbox.ts':
    "import { connect } from '@nats-io/transport-node';\nexport const join = connect;\n",
  'apps/agency/src/index.ts': "export * from '@lien-thong/client';\n",
  'apps/console/src/risk.ts': "export * from '@lien-thong/domain';\n",
  'apps/routing/src/store/dossier.store.ts':
    "import pg from 'pg';\nimport type { DossierRow } from '../dossiers/planted.row.js';\nexport const Pool = pg.Pool;\nexport type Known = DossierRow;\n",
};
