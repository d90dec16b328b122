import { fail, ok, type Result } from '../../../shared/result';
import { withoutTail } from '../../../shared/withoutTail';
import { applyEdits } from '../applyEdits';
import type { TextEdit } from '../textEdit';
import type { Asked, AskedChange } from './asked';
import { changeableLines, freeSpans } from './changeableLines';
import type { DocumentSays } from './documentSays';
import { factProblem, named, without } from './factProblem';
import { lineProblem } from './lineProblem';
import { readSays } from './readSays';
import { RefusedEdit } from './refused';
import { renameProblem } from './renameProblem';
import { orderProblem, tokenProblem } from './tokens';

/**
 * Lets edits pass that do what was asked and nothing else: every line (in JSON every value, key and comment) that is
 * not concerned is as before, and the facts read again differ in exactly what was asked. Every edit that the product
 * offers or makes in a document goes through here. Reads the document twice; no edits pass as they are.
 */
export const guarded = (
  text: string,
  asked: Asked,
  edits: readonly TextEdit[],
): Result<readonly TextEdit[], RefusedEdit> => {
  if (edits.length === 0) return ok(edits);
  const problem = problemOf(text, applyEdits(text, edits), asked);
  return problem === undefined ? ok(edits) : fail(new RefusedEdit(problem));
};

const problemOf = (text: string, changed: string, asked: Asked): string | undefined => {
  if (asked.kind === 'syntax') return syntaxProblem(text, changed);
  const before = readSays(asked.document, text);
  const after = readSays(asked.document, changed);
  switch (asked.kind) {
    case 'order':
      return orderProblem(text, changed) ?? otherFact(before, after);
    case 'rename':
      return renameProblem({ text, says: before }, { text: changed, says: after }, asked);
    case 'change':
      return asked.document === 'parallel'
        ? jsonProblem(text, changed, before, after, asked)
        : markdownProblem(text, changed, before, after, asked);
  }
};

const syntaxProblem = (text: string, changed: string): string | undefined =>
  tokenProblem(text, changed, []) ??
  (readSays('parallel', changed).problems < readSays('parallel', text).problems
    ? undefined
    : 'it would fix nothing');

const otherFact = (before: DocumentSays, after: DocumentSays): string | undefined => {
  const facts = ({ facts, edges }: DocumentSays) => [
    ...facts,
    ...edges.map(({ dependent, dependency }) => ({
      kind: 'dependency' as const,
      about: dependent,
      says: dependency,
    })),
  ];
  const [lost] = without(facts(before), facts(after));
  return lost && `it would also change ${named(lost)}`;
};

const jsonProblem = (
  text: string,
  changed: string,
  before: DocumentSays,
  after: DocumentSays,
  asked: AskedChange,
): string | undefined =>
  tokenProblem(text, changed, freeSpans(before, asked)) ?? factProblem(before, after, asked, () => false);

const markdownProblem = (
  text: string,
  changed: string,
  before: DocumentSays,
  after: DocumentSays,
  asked: AskedChange,
): string | undefined => {
  const lines = text.split('\n');
  const { keptWords, names } = changeableLines(text, lines, before, asked);
  const same = asked.document === 'prp' ? withoutListMarks : undefined;
  return lineProblem(lines, changed.split('\n'), keptWords, same) ?? factProblem(before, after, asked, names);
};

/** Items of a YAML list come and go with commas and brackets on the lines of their neighbours. */
const withoutListMarks = (line: string): string => withoutTail(line, ' \t\r,[]');
