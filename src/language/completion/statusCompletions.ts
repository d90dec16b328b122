import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { planNameOf, readFeedbackName, workKindOf } from '../../engine/model/fileName';
import { span } from '../../engine/model/text';
import { nameOf } from '../../engine/model/uri';
import { type Completing, itemsFor, sortKey } from './item';
import { lineAround } from './planPlace';

/** `**Status**: ` with the words typed so far. */
const STATUS = /^[ \t]*(?:[-*+][ \t]+)?\*\*Status:?\*\*(?:[ \t]*:)?[ \t]*((?:[A-Za-z][A-Za-z ]{0,40})?)$/;

const WORDS = {
  plan: ['Planning', 'Ready to Execute', 'In Progress', 'Paused', 'Complete'],
  subplan: ['Not Started', 'Design Phase', 'Ready to Execute', 'In Progress', 'Complete'],
  execution: ['Not Started', 'Ready to Execute', 'In Progress', 'Blocked', 'Complete'],
  approved: ['APPROVED'],
  fix: ['NEEDS FIXES'],
  skipped: ['SKIPPED'],
} as const;

/** The words people use for the status in the header of a document (FORMAT A12). */
export const statusCompletions = (completing: Completing): CompletionItem[] => {
  const { document, offset } = completing;
  const { text, uri } = document;
  const line = lineAround(text, offset);
  const typed = STATUS.exec(text.slice(Math.max(line.start, offset - 120), offset))?.[1];
  const kind = kindOf(nameOf(uri));
  if (typed === undefined || !kind) return [];
  const rest = /^[A-Za-z ]*[A-Za-z]/.exec(text.slice(offset, line.end))?.[0].length ?? 0;
  return itemsFor(
    completing,
    { replaced: span(offset - typed.length, offset + rest) },
    WORDS[kind].map((word, order) => ({
      label: word,
      detail: undefined,
      kind: CompletionItemKind.Value,
      snippet: word,
      sort: sortKey(0, order),
    })),
  );
};

const kindOf = (name: string): keyof typeof WORDS | undefined => {
  const work = workKindOf(name);
  if (work) return work;
  const feedback = readFeedbackName(name)?.kind;
  if (feedback === 'approved' || feedback === 'fix' || feedback === 'skipped') return feedback;
  return planNameOf(name) === undefined ? undefined : 'plan';
};
