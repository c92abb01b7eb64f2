// @ts-check

/**
 * House rules that no ready-made lint rule knows. Each has a name, which opens its message, and a
 * planted violation in boundaries.spec.ts.
 * @typedef {object} Restriction
 * @property {string} name
 * @property {string[]} files where it holds
 * @property {string[]} [except] where it does not
 * @property {string[]} selectors esquery
 * @property {string} because
 */

const WALL_CLOCK = [
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.object.name="performance"][callee.property.name="now"]',
];
const CHANCE = ['CallExpression[callee.object.name="Math"][callee.property.name="random"]'];
const TIMERS = ['CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]'];
const RANDOM_IDS = [
  'CallExpression[callee.property.name="randomUUID"]',
  'CallExpression[callee.name="randomUUID"]',
  'CallExpression[callee.name="randomBytes"]',
];

const SPECS = ['**/*.spec.ts'];
const ENGINE_ADAPTERS = [
  'packages/engine/src/**/{clock,ids}.ts',
  'packages/engine/src/**/*-{clock,ids}.ts',
  'packages/engine/src/**/{clock,ids}/**/*.ts',
];

/** @type {Restriction[]} */
export const restrictions = [
  {
    name: 'domain-has-no-wall-clock',
    files: ['packages/domain/**/*.ts'],
    selectors: WALL_CLOCK,
    because: 'time comes in with the command',
  },
  {
    name: 'domain-has-no-chance',
    files: ['packages/domain/**/*.ts'],
    selectors: CHANCE,
    because: 'the same facts must always give the same answer',
  },
  {
    name: 'domain-has-no-timers',
    files: ['packages/domain/**/*.ts'],
    selectors: TIMERS,
    because: 'a deadline is a derived instant, the sweep waits for it',
  },
  {
    name: 'machines-have-no-after-or-invoke',
    // The one folder that may import xstate; elsewhere `after` is an ordinary word.
    files: ['packages/domain/src/procedure/**/*.ts'],
    except: SPECS,
    selectors: ['Property[key.name=/^(after|invoke)$/]', 'Property[key.value=/^(after|invoke)$/]'],
    because: 'XState says what may happen, our clocks say when; a machine with neither can be walked exhaustively',
  },
  {
    name: 'engine-asks-its-clock',
    files: ['packages/engine/src/**/*.ts'],
    except: [...SPECS, ...ENGINE_ADAPTERS],
    selectors: [...WALL_CLOCK, ...TIMERS],
    because: 'the simulator owns time; ask the Clock port',
  },
  {
    name: 'engine-asks-its-ids',
    files: ['packages/engine/src/**/*.ts'],
    except: [...SPECS, ...ENGINE_ADAPTERS],
    selectors: [...CHANCE, ...RANDOM_IDS],
    because: 'a seed must reproduce a run; ask the Ids port',
  },
  {
    name: 'environment-is-read-once',
    files: ['packages/**/*.{ts,mjs}', 'apps/**/*.{ts,mjs}'],
    except: ['**/env.ts', 'apps/console/vite.config.ts'],
    selectors: [
      'MemberExpression[object.name="process"][property.name="env"]',
      'MemberExpression[object.name="process"][property.value="env"]',
      'VariableDeclarator[init.name="process"] Property[key.name="env"]',
      'ImportDeclaration[source.value=/^(node:)?process$/]',
    ],
    because: 'env.ts parses the environment at boot and names every error at once',
  },
  {
    name: 'only-relay-publishes-by-name',
    files: ['apps/**/*.ts'],
    except: [...SPECS, 'apps/routing/src/bus/**'],
    selectors: ['ImportDeclaration[source.value="@lien-thong/engine"] ImportSpecifier[imported.name="Bus"]'],
    because: 'what is published must be in the journal first: only the relay holds the bus',
  },
  {
    name: 'reads-skip-decide-by-name',
    files: ['apps/routing/src/**/{get,list}-*.ts'],
    except: SPECS,
    selectors: ['ImportDeclaration[source.value="@lien-thong/domain"] ImportSpecifier[imported.name="decide"]'],
    because: 'a read answers from rows; only a command decides',
  },
];
