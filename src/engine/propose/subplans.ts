import { readSections } from '../document/markdown/heading';
import { scanLines } from '../document/markdown/lines';
import { SUBPLAN } from '../document/work/workSections';
import type { DocumentText } from '../mention/mentions';
import type { AchievementId } from '../model/ids';
import type { Span } from '../model/text';
import { candidate, type ProposalContext, type ProposalSource, quoted } from './context';
import { namedIn } from './named';
import type { Candidate } from './proposal';
import { inRelation, relationOf, sentenceAround } from './relation';

/**
 * What the Dependencies section of a SUBPLAN names: likely. It is needed, unless the sentence, or the line that heads
 * the list it stands in ("Needed by:"), says otherwise.
 */
export const fromSubplans: ProposalSource = function* (context) {
  for (const [id, document] of context.subplans) yield* fromSubplan(context, id, document);
};

function* fromSubplan(
  context: ProposalContext,
  own: AchievementId,
  document: DocumentText,
): Iterable<Candidate> {
  const scan = scanLines(document.text);
  const sections = readSections(scan).filter(({ title }) => SUBPLAN.dependencies.words.test(title));
  if (sections.length === 0) return;
  for (const { ids, span } of namedIn({ ...context, scan }, document)) {
    const section = sections.find((each) => each.heading.end <= span.start && span.end <= each.span.end);
    if (!section) continue;
    const [before, after] = sentenceAround(document.text, span.start, span.end);
    const head = headOf(document.text, section.heading.end, span);
    const relation = relationOf(`${head} ${before}`, after) ?? 'needs';
    if (relation === 'apart') continue;
    const evidence = quoted('subplan', document, span);
    for (const id of ids) yield* candidate(context, inRelation(relation, own, id), 'likely', evidence);
  }
}

const HEADING = /^#{1,6}[ \t]/;
const ITEM = /^[-*+][ \t]/;
const COLON = /:(?:\*\*)?$/;

/** The last line above a place, within its section, that heads a list: a heading, or text that ends with a colon. */
const headOf = (text: string, sectionStart: number, { start }: Span): string => {
  const above = text.slice(sectionStart, text.lastIndexOf('\n', start) + 1);
  const lines = above.slice(-MOST_ABOVE).split('\n');
  return lines.findLast((line) => isHead(line.trim()))?.trim() ?? '';
};

const isHead = (line: string): boolean => HEADING.test(line) || (!ITEM.test(line) && COLON.test(line));

/** Lists are shorter; looking back must not cost more with every line. */
const MOST_ABOVE = 2000;
