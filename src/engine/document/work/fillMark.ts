/** How every place starts that a new document leaves to be filled in. */
export const FILL_MARK = '<!-- fill:';

/** A place to fill in; `what` says what belongs there. */
export const fill = (what: string): string => `${FILL_MARK} ${what} -->`;
