// @ts-check
/** Medians of rounds, and tables that fit a terminal. */
import { cpus, loadavg } from 'node:os';
import { FACTS, STEPS } from './lifecycle.mjs';
import { median } from './callers.mjs';

/** @typedef {import('./measure.mjs').Round} Round */

/** The median of every figure by itself. @param {readonly Round[]} rounds @returns {Round} */
export function medianRound(rounds) {
  const of = (/** @type {(round: Round) => number} */ figure) => median(rounds.map(figure));
  const names = Object.keys(rounds[0]?.cpu ?? {});
  return {
    ...{ perSecond: of((r) => r.perSecond), p50: of((r) => r.p50), p99: of((r) => r.p99) },
    cpu: Object.fromEntries(names.map((name) => [name, of((r) => r.cpu[name] ?? 0)])),
    ...{ cpuTotal: of((r) => r.cpuTotal), walBytes: of((r) => r.walBytes) },
  };
}

/** The median of the ratios of rounds that stood side by side. @param {readonly Round[]} ours @param {readonly Round[]} theirs */
export function ratios(ours, theirs) {
  const of = (/** @type {(round: Round) => number} */ figure) =>
    median(ours.map((round, i) => figure(round) / figure(/** @type {Round} */ (theirs[i]))));
  return { throughput: of((r) => r.perSecond), cpu: of((r) => r.cpuTotal) };
}

const fixed = (/** @type {number} */ value, digits = 0) => value.toFixed(digits);

/** @param {Record<string, Round>} rows by name */
export function printRows(rows) {
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { perSecond, p50, p99, cpu, cpuTotal, walBytes }]) => [
        name,
        {
          'life cycles/s': fixed(perSecond, 1),
          'acts/s': fixed(perSecond * STEPS),
          'p50 ms': fixed(p50, 2),
          'p99 ms': fixed(p99, 2),
          'CPU us/act': fixed(cpuTotal),
          by: Object.entries(cpu)
            .map(([process, spent]) => `${process} ${fixed(spent)}`)
            .join(', '),
          'WAL B/life cycle': Number.isNaN(walBytes) ? '' : fixed(walBytes),
        },
      ]),
    ),
  );
}

/** A life cycle of the ledger is ten journalled facts: eight acts and the two receipts of the engine. @param {Round} round */
export function perFact({ cpuTotal, perSecond }) {
  return { factsPerSecond: perSecond * FACTS, cpuPerFact: (cpuTotal * STEPS) / FACTS };
}

/** @param {import('./installation.mjs').Installation} installation */
export function conditions({ postgres, nats }) {
  const [cpu] = cpus();
  return {
    machine: `${cpus().length} x ${cpu?.model.trim()}`,
    load: loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
    node: process.version,
    ...{ postgres: postgres.version, nats: nats.version },
  };
}
