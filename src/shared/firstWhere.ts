/** The first of `count` numbers for which `holds`, which does for all behind it; `count` when there is none. */
export const firstWhere = (count: number, holds: (at: number) => boolean): number => {
  let low = 0;
  for (let high = count; low < high; ) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
