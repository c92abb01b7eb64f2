/** The graph of what may happen: reached, left again, by somebody, not for ever. */
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import type { Flow, FlowEdge } from './flow.js';

/** Ways out of the whole matter; they do not complete it. */
const GIVING_UP: ReadonlySet<string> = new Set(['withdraw', 'close']);

/** States met from `starts` along the edges, `starts` included. */
function reachedFrom(starts: readonly string[], edges: readonly { from: string; to: string }[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...starts];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    queue.push(...edges.filter(({ from }) => from === state).map(({ to }) => to));
  }
  return reached;
}

export function everyStateIsReached({ start, states, edges }: Flow): readonly LintFinding[] {
  const reached = reachedFrom([start], edges);
  return states
    .filter(({ name }) => !reached.has(name))
    .map(({ name }) => finding('unreachable-state', `machine.${name}`, { state: name }));
}

/** From every state that is no end a result, or a refusal at the counter, can still be had. */
export function everyStateGoesOn({ states, edges }: Flow): readonly LintFinding[] {
  const backwards = edges
    .filter(({ command }) => !GIVING_UP.has(command))
    .map(({ from, to }) => ({ from: to, to: from }));
  const completed = states.filter(({ completes }) => completes).map(({ name }) => name);
  const completable = reachedFrom(completed, backwards);
  return states
    .filter(({ name, final }) => !final && !completable.has(name))
    .map(({ name }) => finding('dead-end', `machine.${name}`, { state: name }));
}

export function everyActHasAnActor({ edges }: Flow): readonly LintFinding[] {
  return edges
    .filter(({ actors }) => actors.length === 0)
    .map(({ from, command }) => finding('no-actor', `machine.${from}.${command}`, { command }));
}

/** Until the decision the applicant may take his dossier back. */
export function theApplicantMayLeave({ states, edges }: Flow): readonly LintFinding[] {
  const left = new Set(edges.filter(({ command }) => command === 'withdraw').map(({ from }) => from));
  return states
    .filter(({ name, final, decided }) => !final && !decided && !left.has(name))
    .map(({ name }) => finding('no-way-out', `machine.${name}`, { state: name }));
}

/** A circle none of whose edges counts or names a ground could be walked for ever; each is named at its first state. */
export function everyCircleIsBounded({ states, edges }: Flow): readonly LintFinding[] {
  const free = edges.filter(({ from, to, boundedBy }: FlowEdge) => from !== to && boundedBy.length === 0);
  const named = new Set<string>();
  return states.flatMap(({ name }) => {
    const after = free.filter(({ from }) => from === name).map(({ to }) => to);
    const reached = reachedFrom(after, free);
    if (!reached.has(name) || named.has(name)) return [];
    const circle = [...reached].filter((state) => reachedFrom([state], free).has(name));
    for (const state of circle) named.add(state);
    return [
      finding('unbounded-loop', `machine.${name}`, {
        loop: [name, ...circle.filter((s) => s !== name)].join(' → '),
        most: null,
      }),
    ];
  });
}
