const NEXT = /\\[\\`<]|`+|<!--/g;
const COMMENT_START = '<!--';
const COMMENT_END = '-->';

/** Start and end of every comment in the text of a paragraph; code and escaped characters open none. */
export const inlineCommentsIn = (text: string): readonly (readonly [start: number, end: number])[] => {
  const found: (readonly [number, number])[] = [];
  const code = new CodeSpans(text);
  const lastEnd = text.lastIndexOf(COMMENT_END);
  NEXT.lastIndex = 0;
  for (let match = NEXT.exec(text); match; match = NEXT.exec(text)) {
    const { 0: mark, index } = match;
    if (mark.startsWith('`')) NEXT.lastIndex = code.endOf(index, mark.length);
    if (mark !== COMMENT_START || lastEnd < index) continue;
    const end = text.indexOf(COMMENT_END, index + 2) + COMMENT_END.length;
    found.push([index, end]);
    NEXT.lastIndex = end;
  }
  return found;
};

/** Finds where code spans end, in time that grows with the length of the text. */
class CodeSpans {
  readonly #text: string;
  /** For each length of a run of backticks the places of such runs, last one first. */
  #runs: Map<number, number[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset behind the code span that a run of backticks opens; behind the run, where it opens none. */
  endOf(start: number, length: number): number {
    this.#runs ??= this.#findRuns();
    const runs = this.#runs.get(length) ?? [];
    while ((runs.at(-1) ?? start + 1) <= start) runs.pop();
    return (runs.at(-1) ?? start) + length;
  }

  #findRuns(): Map<number, number[]> {
    const runs = new Map<number, number[]>();
    for (const { 0: run, index } of this.#text.matchAll(/`+/g)) {
      const known = runs.get(run.length);
      if (known) known.push(index);
      else runs.set(run.length, [index]);
    }
    for (const places of runs.values()) places.reverse();
    return runs;
  }
}
