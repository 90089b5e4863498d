/** The first few of many by an order, without sorting all of them. */

/** Puts it where it belongs among the first few, or nowhere. */
export function place<T>(
  first: T[],
  item: T,
  { most, order }: { readonly most: number; order(a: T, b: T): number },
): void {
  const last = first.at(-1);
  if (first.length >= most && last !== undefined && order(item, last) >= 0) return;
  let at = first.length;
  for (let before = first[at - 1]; before !== undefined && order(item, before) < 0; before = first[at - 1]) at -= 1;
  first.splice(at, 0, item);
  if (first.length > most) first.pop();
}

export function firstOf<T>(items: Iterable<T>, most: number, order: (a: T, b: T) => number): readonly T[] {
  const first: T[] = [];
  for (const item of items) place(first, item, { most, order });
  return first;
}
