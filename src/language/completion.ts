import type { CompletionItem } from 'vscode-languageserver-types';
import { LineIndex } from '../engine/model/text';
import type { Snapshot } from '../engine/snapshot';
import { type DocumentKind, kindOf } from '../engine/workspace/documents';
import { evidenceCompletions } from './completion/evidenceCompletions';
import type { CompletionRequest } from './completion/item';
import { parallelCompletions } from './completion/parallelCompletions';
import { planCompletions } from './completion/planCompletions';
import { prpCompletions } from './completion/prpCompletions';

/**
 * What may stand at an offset of a document of a plan: ids with their titles, whole achievements, and what the
 * format of the document knows (keys, status words, sections, fields). Empty elsewhere.
 */
export const completionsAt = (snapshot: Snapshot, request: CompletionRequest): CompletionItem[] => {
  const { uri, text } = request.document;
  const known = snapshot.linesOf(uri);
  // what was read is what is open, but for a PRP that waits for its reader
  const lines = known?.length === text.length ? known : new LineIndex(text);
  const complete = completions[kindOf(uri) ?? 'none'];
  return complete(snapshot.planOf(uri), { ...request, lines });
};

const completions: Readonly<Record<DocumentKind | 'none', typeof planCompletions>> = {
  plan: planCompletions,
  parallel: parallelCompletions,
  evidence: evidenceCompletions,
  prp: (plan, completing) => {
    const inFrontMatter = prpCompletions(plan, completing);
    return inFrontMatter.length > 0 ? inFrontMatter : evidenceCompletions(plan, completing);
  },
  parent: () => [],
  none: () => [],
};
