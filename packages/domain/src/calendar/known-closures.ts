/** Which of the versions of a desk's closures stood at a moment. */
import type { Instant } from '../time/instant.js';
import type { ClosureLayer } from './layers.js';

/**
 * Of each closure layer the newest version that was known at `knownAt` (left out: the newest of all): a version holds all closures
 * of its layer, so that one announced by mistake goes with the next.
 */
export function closuresKnown(layers: readonly ClosureLayer[], knownAt?: Instant): readonly ClosureLayer[] {
  const newest = new Map<string, ClosureLayer>();
  for (const layer of layers) {
    if (knownAt !== undefined && layer.knownFrom !== undefined && layer.knownFrom > knownAt) continue;
    const other = newest.get(layer.id);
    if (other === undefined || other.version < layer.version) newest.set(layer.id, layer);
  }
  return [...newest.values()];
}

/** Names the choice: the same for moments between which nothing became known. */
export function closuresKey(layers: readonly ClosureLayer[]): string {
  return layers.map(({ id, version }) => `${id}@${version}`).join('+');
}
