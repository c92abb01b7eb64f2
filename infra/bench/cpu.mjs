// @ts-check
/** CPU time of whole process trees, from /proc (Linux). Other work on the machine is not in it. */
import { readFileSync, readdirSync } from 'node:fs';

/** Ticks a second the kernel reports in (USER_HZ); the same on every Linux that Node runs on. */
const HZ = 100;

/** @param {string} pid @returns {{ parent: number, ticks: number } | null} null when it has just ended */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [utime = 0, stime = 0, reapedUser = 0, reapedSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, ticks: utime + stime + reapedUser + reapedSystem };
  } catch {
    return null;
  }
}

/**
 * Seconds of CPU used so far by several trees: a process, its children and those it has reaped. A tree that is named itself is not
 * counted again in the one it belongs to.
 * @param {Record<string, number>} roots process ids by name
 * @returns {Record<string, number>}
 */
export function cpuOfTrees(roots) {
  /** @type {Map<number, { ticks: number, children: number[] }>} */
  const all = new Map();
  const at = (/** @type {number} */ pid) => {
    const known = all.get(pid) ?? { ticks: 0, children: [] };
    all.set(pid, known);
    return known;
  };
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(name);
    if (stat === null) continue;
    at(Number(name)).ticks = stat.ticks;
    at(stat.parent).children.push(Number(name));
  }
  const named = new Set(Object.values(roots));
  /** @type {(pid: number) => number} */
  const ticksOf = (pid) =>
    at(pid)
      .children.filter((child) => !named.has(child))
      .reduce((total, child) => total + ticksOf(child), at(pid).ticks);
  return Object.fromEntries(Object.entries(roots).map(([name, pid]) => [name, ticksOf(pid) / HZ]));
}

/** Starts reading; what it returns tells how many seconds each tree has used since. @param {Record<string, number>} roots */
export function cpuMeter(roots) {
  const before = cpuOfTrees(roots);
  return () => {
    const after = cpuOfTrees(roots);
    return Object.fromEntries(Object.entries(after).map(([name, used]) => [name, used - (before[name] ?? 0)]));
  };
}
