import type { FoldingRange } from 'vscode-languageserver-types';
import type { DocumentText } from '../engine/mention/mentions';
import type { Span } from '../engine/model/text';
import type { Snapshot } from '../engine/snapshot';

/**
 * What a PLAN folds to: its sections, and its achievements, which have no heading of their own. Nothing for other
 * documents. One range per line: a client that folds headings itself keeps one of two that start on the same line.
 */
export const foldingRangesOf = (snapshot: Snapshot, { uri, text }: DocumentText): FoldingRange[] => {
  const plan = snapshot.planOf(uri);
  if (!plan?.facts || plan.uri !== uri) return [];
  const { sections, achievements, lines } = plan.facts;
  const ends = new Map<number, number>();
  for (const span of [...sections.map((each) => each.span), ...achievements.map(({ body }) => body)]) {
    const startLine = lines.lineAt(span.start);
    if (!ends.has(startLine)) ends.set(startLine, lines.lineAt(lastCharacter(text, span)));
  }
  return [...ends]
    .filter(([startLine, endLine]) => endLine > startLine)
    .map(([startLine, endLine]) => ({ startLine, endLine }));
};

/** Blank lines at the end stay in sight. */
const lastCharacter = (text: string, { start, end }: Span): number => {
  let at = end - 1;
  while (at > start && /\s/.test(text.charAt(at))) at--;
  return at;
};
