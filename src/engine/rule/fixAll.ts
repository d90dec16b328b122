import type { Finding, Fix, TextEdit } from './finding';

/** The preferred fixes that findings of the document `uri` have for it. */
export const preferredFixes = (uri: string, findings: readonly Finding[]): readonly Fix[] =>
  findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred && fix.uri === uri));

/**
 * What fixes of one document do together: the edits of each one that gets in the way of none before it, sorted. What
 * is left out is there again once these are applied.
 */
export const editsTogether = (text: string, fixes: readonly Fix[]): readonly TextEdit[] => {
  const together: TextEdit[] = [];
  for (const fix of fixes) {
    const edits = fix.edits(text);
    if (edits.every((edit) => together.every((other) => areApart(edit, other)))) together.push(...edits);
  }
  return together.sort((one, other) => one.span.start - other.span.start);
};

/** Edits that touch may be about the same comma. */
const areApart = ({ span: one }: TextEdit, { span: other }: TextEdit): boolean =>
  one.end < other.start || other.end < one.start;
