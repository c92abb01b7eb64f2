/**
 * Imports run one way: domain ← engine ← apps/routing, domain ← client ← the other apps.
 * Each rule has a planted violation in infra/guards/boundaries.spec.ts; a rule without one fails there.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const SPEC = '\\.spec\\.ts$';
/** Specs, and what they are drawn from. */
const TESTING = '\\.(spec|fixture)\\.ts$';
const ORACLE = '(/oracle/|\\.oracle\\.ts$)';
const DOMAIN = '^packages/domain/';
const PG = '(^|node_modules/)(@types/)?pg(/|$)';
const BUS_PORT = '^packages/engine/src/ports/bus\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain knows itself, xstate and zod: no I/O, no framework, no other package.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TESTING },
      to: { pathNot: '^packages/domain/src/|node_modules/(xstate|zod)/' },
    },
    {
      name: 'engine-knows-domain-only',
      comment: 'The engine runs on four ports: it knows the domain, and node:crypto for hashes.',
      severity: 'error',
      from: { path: '^packages/engine/src/', pathNot: SPEC },
      to: { pathNot: `^packages/engine/src/|${DOMAIN}|^(node:)?crypto$` },
    },
    {
      name: 'client-knows-domain-only',
      comment: 'What agencies install must not bring the server along.',
      severity: 'error',
      from: { path: '^packages/client/src/', pathNot: SPEC },
      to: { path: '^(packages|apps)/', pathNot: `^packages/client/|${DOMAIN}` },
    },
    {
      name: 'browser-entry-stays-light',
      comment:
        'A page must not load a validator, a state machine, a broker or a piece of Node: at run time the client is itself and jose.',
      severity: 'error',
      from: { path: '^packages/client/src/', pathNot: `^packages/client/src/(node|evidence)/|${SPEC}` },
      to: {
        pathNot: '^packages/client/src/(?!node/|evidence/)|node_modules/jose/|^packages/domain/src/custody/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routing-never-imports-other-apps',
      comment: 'Routing is the server: other apps reach it over HTTP.',
      severity: 'error',
      // Its specs hold the reading end of the client against the server.
      from: { path: '^apps/routing/', pathNot: '^apps/routing/test/' },
      to: { path: '^(apps|packages/client)/', pathNot: '^apps/routing/' },
    },
    {
      name: 'apps-never-import-each-other',
      comment: 'Apps share packages, never each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/routing/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-via-client',
      comment: 'The console talks only through the client; it may show a risk with the domain rule the server used.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^packages/', pathNot: `^packages/client/|${DOMAIN}` },
    },
    {
      name: 'rows-stay-home',
      comment: 'A row is the shape of a table: only its store, the data source and the drift test may know it.',
      severity: 'error',
      from: { pathNot: '\\.(store|row)\\.ts$|/data-source\\.ts$|migrations?-drift[^/]*\\.spec\\.ts$' },
      to: { path: '\\.row\\.ts$' },
    },
    {
      name: 'reads-skip-decide',
      comment: 'A read answers from rows; only a command decides.',
      severity: 'error',
      from: { path: ['^apps/routing/src/(get|list)-', '^apps/routing/src/.*/(get|list)-[^/]+\\.ts$'], pathNot: SPEC },
      to: { path: '^packages/domain/src/dossier/decide' },
    },
    {
      name: 'pg-only-in-adapters',
      comment:
        'Connections are made in the store, the database folder and the bus (it listens), and infra brings servers up. Elsewhere in routing a pool that was handed in may be named as a type.',
      severity: 'error',
      from: { pathNot: '^apps/routing/(src/(store|database|bus)|test)/|^infra/' },
      to: { path: PG, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pg-is-unknown-outside-routing',
      comment: 'Only the server knows what the store is made of, not even as a type.',
      severity: 'error',
      from: { pathNot: '^apps/routing/|^infra/' },
      to: { path: PG, dependencyTypes: ['type-only'] },
    },
    {
      name: 'xstate-stays-in-procedure',
      comment: 'Machines are built and walked in one folder, where lint forbids timers and actors in them.',
      severity: 'error',
      from: { pathNot: '^packages/domain/src/procedure/' },
      to: { path: '(^|node_modules/)xstate(/|$)' },
    },
    {
      name: 'nats-only-in-adapters',
      comment: 'The transport is replaceable: only the bus adapter knows its name.',
      severity: 'error',
      from: { pathNot: '^apps/routing/(src/bus|test)/|^packages/client/(src/node/nats|test)/|^infra/' },
      to: { path: '(^|node_modules/)@nats-io/' },
    },
    {
      name: 'oracles-may-not-import-the-domain',
      comment: 'An oracle that shares code with what it judges agrees with its mistakes.',
      severity: 'error',
      from: { path: ORACLE },
      to: { path: '^(packages|apps)/', pathNot: ORACLE },
    },
    {
      name: 'only-relay-publishes',
      comment: 'What is published must be in the journal first: only the relay, and adapters, hold the bus.',
      severity: 'error',
      from: {
        pathNot: `^packages/engine/src/(relay|memory|sim|ports)(/|\\.ts$)|^packages/engine/test/|^packages/engine/src/index\\.ts$|^apps/routing/src/bus/|${SPEC}`,
      },
      to: { path: BUS_PORT },
    },
    {
      name: 'no-circular',
      comment: 'A circle cannot be read from either end.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-spec',
      comment: 'Production code does not lean on tests.',
      severity: 'error',
      from: { pathNot: `${TESTING}|/test/` },
      to: { path: TESTING },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that is not found escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Our own output only: many a package of npm lives in a folder called dist.
    exclude: { path: '^(packages|apps)/[^/]+/dist/' },
    // Type-only imports count: a shape that leaks is a dependency.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
      mainFields: ['main', 'types'],
    },
  },
};
