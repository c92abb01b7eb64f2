/**
 * Asked before every step of an adapter and awaited: the simulator orders concurrent work with it, and makes a step fail by throwing.
 * A commit is asked about twice: `commit` before it takes effect, `committed` after; CommitUnknown thrown at either leaves the caller
 * with the same doubt.
 */
export type Schedule = (point: string) => Promise<void>;

/** Nothing in the way: every step goes on at once. */
export const unhindered: Schedule = () => Promise.resolve();
