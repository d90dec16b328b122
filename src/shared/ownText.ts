/** Shorter texts are copied by the engines we run on when they are cut out. */
const SHORTEST_CUT = 13;

/**
 * The same text as a string of its own. JavaScript engines keep the whole text alive that a longer string was cut
 * out of, which is a whole document for a name in its header.
 */
export const ownText = <T extends string | undefined>(text: T): T =>
  text === undefined || text.length < SHORTEST_CUT ? text : (JSON.parse(JSON.stringify(text)) as T);
