// @ts-check
/**
 * The specs that take longest, the longest first. Jest without times of an earlier run begins with the largest files, and one of the
 * smallest runs for minutes: begun last, it would keep everybody waiting.
 */
export const LONG_SPECS = [
  'packages/engine/src/sim/simulator-further.spec.ts',
  'packages/engine/src/sim/simulator.spec.ts',
  'infra/demo/demo.e2e.spec.ts',
  'apps/console/test/every-screen.e2e.spec.ts',
  'apps/console/test/supervisor-acts.e2e.spec.ts',
  'apps/console/test/admin-amends.e2e.spec.ts',
  'apps/console/test/admin-acts.e2e.spec.ts',
  'apps/console/test/bad-line.e2e.spec.ts',
  'apps/console/test/timeline-editor.e2e.spec.ts',
  'apps/routing/test/authorisation/matrix.e2e.spec.ts',
  'apps/cli/test/publish.e2e.spec.ts',
  'apps/routing/test/authorisation/matrix-rls-alone.e2e.spec.ts',
  'infra/feasibility/catalogue.spec.ts',
  'apps/routing/test/restatement-killed.e2e.spec.ts',
  'infra/journey/play.e2e.spec.ts',
  'apps/console/test/clerk-day.e2e.spec.ts',
  'apps/console/test/words-and-text.e2e.spec.ts',
  'apps/console/test/alerts-live.e2e.spec.ts',
  'apps/routing/test/feasibility.e2e.spec.ts',
  'apps/routing/test/alerts-storm.e2e.spec.ts',
  'apps/routing/test/publication-attacks.e2e.spec.ts',
  'apps/routing/test/amendment-killed.e2e.spec.ts',
  'apps/routing/test/alerts/every-rung.e2e.spec.ts',
  'infra/postgres/launcher.int.spec.ts',
  'infra/scripts/start.e2e.spec.ts',
  'apps/routing/test/custody/evidence.e2e.spec.ts',
  'apps/routing/test/sub-deadlines.e2e.spec.ts',
  'apps/routing/test/outages.e2e.spec.ts',
  'apps/routing/test/sweep-killed.e2e.spec.ts',
  'apps/routing/test/alerts/alert-stream.e2e.spec.ts',
  'apps/agency/test/far-from-the-line.e2e.spec.ts',
  'apps/cli/test/procedures-offline.e2e.spec.ts',
];
