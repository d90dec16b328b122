import type { SourceLines } from './sourceLines';

const START = /^\uFEFF?---[ \t]*$/;
const END = /^---[ \t]*$/;

/** How many lines the YAML front matter takes, its two rules included; 0 where there is none. */
export const frontMatterLines = (lines: SourceLines): number => {
  if (!START.test(lines.textOf(0))) return 0;
  for (let line = 1; line < lines.index.lineCount; line++) {
    if (END.test(lines.textOf(line))) return line + 1;
  }
  return 0;
};
