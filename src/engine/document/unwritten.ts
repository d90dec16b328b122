const EMPTY_LINE =
  /^\s*(?:[-*_\s]*|\[[^\]]*\]|(?:[-*+]\s*)?(?:\[ \]|\*\*[^*]+:?\*\*\s*:?)?\s*(?:\[[^\]]*\]|_[^_]*_|TBD|TODO|N\/A|None(?: yet)?|Not started|Pending|…|\.\.\.|-)?\s*\.?)$/i;

/** True for a line of text that says nothing yet: a placeholder, an empty field, a rule, a comment. */
export const isUnwritten = (line: string): boolean => EMPTY_LINE.test(line.replace(/<!--.*?-->/g, ''));
