/** How much of a card is drawn: all of it, a large icon and id, or a block in the colour of its status. */
export type Detail = 'near' | 'far' | 'tiny';

/** Smaller than this a title cannot be read. */
const FAR = 0.45;
/** Smaller than this an id cannot be read, however large it is written. */
const TINY = 0.2;

export const detailAt = (scale: number): Detail => {
  if (scale >= FAR) return 'near';
  return scale >= TINY ? 'far' : 'tiny';
};
