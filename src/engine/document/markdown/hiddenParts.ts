/** What begins a part that is not read, and what ends it; the longest that fits goes first. */
const PARTS: readonly (readonly [open: string, end: RegExp])[] = [
  ['`', /`/g],
  ['<!--', /-->/g],
  ['<', /[<>]/g],
  ['](', /[()]/g],
];
const OPENS = /`|<|\]\(/g;
/** A tag has no other `<` in it, and a target no other parenthesis. */
const NO_END = /[<(]/;

/** A line with inline code, comments, tags and link targets blanked out, lengths kept. */
export const withoutHiddenParts = (line: string): string => {
  const neverEnds = new Set<string>();
  let result = '';
  let from = 0;
  OPENS.lastIndex = 0;
  for (let found = OPENS.exec(line); found; found = OPENS.exec(line)) {
    const end = endAt(line, found.index, neverEnds);
    if (end === undefined) continue;
    result += line.slice(from, found.index) + ' '.repeat(end - found.index);
    from = end;
    OPENS.lastIndex = end;
  }
  return from === 0 ? line : result + line.slice(from);
};

/** Where the part ends that begins at `at`; what has no end once has none later, so nobody looks again. */
const endAt = (line: string, at: number, neverEnds: Set<string>): number | undefined => {
  for (const [open, close] of PARTS) {
    if (neverEnds.has(open) || !line.startsWith(open, at)) continue;
    close.lastIndex = at + open.length;
    const end = close.exec(line);
    if (!end) neverEnds.add(open);
    else if (!NO_END.test(end[0])) return end.index + end[0].length;
  }
  return undefined;
};
