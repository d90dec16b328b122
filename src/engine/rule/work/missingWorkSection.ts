import { fill } from '../../document/work/fillMark';
import type { SectionBit } from '../../document/work/workOutline';
import { EXECUTION, SUBPLAN, type WorkSection } from '../../document/work/workSections';
import { askedAddition } from '../../edit/guard/asked';
import { insertSection } from '../../edit/plan/insertSection';
import { isOver } from '../../model/status';
import type { Fix } from '../finding';
import type { Rule } from '../rule';
import { documentsOf, isSectionThere, type OwnedDocument, titleOf } from './work';

type Wanted = readonly (readonly [name: SectionBit, section: WorkSection])[];

/** What nine of ten SUBPLANs have (FORMAT A13). */
const OF_SUBPLAN: Wanted = [
  ['objective', SUBPLAN.objective],
  ['approach', SUBPLAN.approach],
  ['results', SUBPLAN.results],
];
const LOG: Wanted = [['log', EXECUTION.log]];
const LEARNING: Wanted = [['learning', EXECUTION.learning]];

export const missingWorkSection: Rule = {
  code: 'missing-work-section',
  severity: 'hint',
  summary: 'A SUBPLAN or EXECUTION_TASK lacks a usual section',
  explanation:
    'A SUBPLAN has an Objective, an Approach and Expected Results. An EXECUTION_TASK has an Iteration Log, and a ' +
    'Learning Summary if it says that it is complete. Headings of any depth with these words or their usual synonyms ' +
    'count, with any numbers or symbols around them. Documents of achievements that are complete or skipped are not ' +
    'checked, nor are documents without sections.',
  example: { language: 'markdown', text: '# SUBPLAN: Basket\n\n## Objective\n\n## Expected Results' },
  fix: 'Add the section. The quick fix inserts it at its place in the template, with a place to fill in.',
  *check(plan) {
    for (const document of documentsOf(plan, 'subplan', 'execution')) {
      const { kind, achievement } = document;
      if (isOver(achievement.status) || isUnclear(document)) continue;
      const missing = wantedOf(document).filter(([name]) => !isSectionThere(document, name));
      if (missing.length === 0) continue;
      const what = kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION_TASK';
      yield {
        ...titleOf(document),
        message: `This ${what} lacks ${missing.map(([, { title }]) => title).join(', ')}.`,
        fixes: missing.map(([, section]) => insertFix(document, section)),
      };
    }
  },
};

/** The title and two sections: less is a note. */
const LEAST_HEADINGS = 3;

const isUnclear = ({ facts: { outline } }: OwnedDocument): boolean =>
  outline.isUncertain || outline.headings < LEAST_HEADINGS;

const wantedOf = ({ kind, facts }: OwnedDocument): Wanted => {
  if (kind === 'subplan') return OF_SUBPLAN;
  return facts.claim?.last === 'complete' ? [...LOG, ...LEARNING] : LOG;
};

/** Inserts a section of the template with its place to fill in. */
export const insertFix = (
  { file: { uri }, kind }: OwnedDocument,
  { title, holds = '' }: WorkSection,
): Fix => ({
  title: `Insert the section "${title}"`,
  preferred: false,
  uri,
  asked: askedAddition('work', []),
  edits: (text) =>
    insertSection(text, Object.values(kind === 'subplan' ? SUBPLAN : EXECUTION), title, fill(holds)),
});
