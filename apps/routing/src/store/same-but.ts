/** Whether two values have the very same members but for those named; nothing is compared in depth. Asked of every row written. */
export function sameBut<T extends object>(members: ReadonlySet<string>, before: T, after: T): boolean {
  let surplus = 0;
  for (const name in after) {
    if (!(name in before) || (before[name] !== after[name] && !members.has(name))) return false;
    surplus += 1;
  }
  for (const _name in before) surplus -= 1;
  return surplus === 0;
}
