import type { CompletionItem } from 'vscode-languageserver-types';
import { scanLines } from '../../engine/document/markdown/lines';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { asksForWords, type Completing } from './item';
import { mentionCompletions } from './mentionCompletions';
import { statusCompletions } from './statusCompletions';

/** Ids and status words in a SUBPLAN, EXECUTION_TASK, feedback file or the body of a PRP. */
export const evidenceCompletions = (
  plan: AnalysedPlan | undefined,
  completing: Completing,
): CompletionItem[] => {
  const { document, offset } = completing;
  if (!asksForWords(completing)) return [];
  const status = statusCompletions(completing);
  const found = status.length > 0 || !plan ? status : mentionCompletions(plan, completing);
  return found.length > 0 && isContent(document.text, offset) ? found : [];
};

/** Neither in code nor in a comment. */
const isContent = (text: string, offset: number): boolean => {
  const scan = scanLines(text);
  const line = scan.index.lineAt(offset);
  const before = text.slice(scan.index.startOf(line), offset);
  return scan.kinds[line] !== 'hidden' && before.lastIndexOf('<!--') <= before.lastIndexOf('-->');
};
