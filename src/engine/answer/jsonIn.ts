const FENCE = /^[ \t>]{0,12}(`{3,}|~{3,})/;
/** What every parallel.json has, in either form. */
const ACHIEVEMENTS = /"(?:achievements|levels)"\s*:/;

/**
 * The JSON of a model's answer: the last fenced block that has achievements, for models correct themselves, else the
 * last block that holds an object, else what lies between the first and the last brace; undefined without braces.
 */
export const jsonIn = (answer: string): string | undefined => {
  const blocks = fencedBlocks(answer).filter((block) => block.trimStart().startsWith('{'));
  const block = blocks.findLast((each) => ACHIEVEMENTS.test(each)) ?? blocks.at(-1);
  if (block !== undefined) return block.trim();
  const start = answer.indexOf('{');
  const end = answer.lastIndexOf('}');
  if (start === -1) return undefined;
  // what was cut off in the middle is shown with its error
  return end < start ? answer.slice(start).trim() : answer.slice(start, end + 1);
};

/** The contents of fenced blocks; one that is never closed ends with the text. */
const fencedBlocks = (text: string): readonly string[] => {
  const blocks: string[] = [];
  let open: { readonly fence: string; readonly lines: string[] } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const fence = FENCE.exec(line)?.[1];
    if (!open) {
      if (fence !== undefined) open = { fence, lines: [] };
    } else if (fence?.startsWith(open.fence)) {
      blocks.push(open.lines.join('\n'));
      open = undefined;
    } else open.lines.push(line);
  }
  return open ? [...blocks, open.lines.join('\n')] : blocks;
};
