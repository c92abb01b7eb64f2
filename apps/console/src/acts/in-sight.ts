/** What appears below the fold of a dialog is brought into sight, without taking the focus from where it is. */
export function inSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
