import { fill } from '../../document/work/fillMark';
import { EXECUTION, SUBPLAN, type WorkSection } from '../../document/work/workSections';
import { askedAddition } from '../../edit/guard/asked';
import { isOver } from '../../model/status';
import { span } from '../../model/text';
import { printable } from '../../words/printable';
import type { Fix } from '../finding';
import type { Rule } from '../rule';
import { documentsOf, type OwnedDocument, startOf } from './work';

export const emptyDocument: Rule = {
  code: 'empty-document',
  severity: 'warning',
  summary: 'A SUBPLAN or EXECUTION_TASK is empty',
  explanation:
    'The file alone makes the achievement *SUBPLAN created* or *EXECUTION created*, but it says neither how to do ' +
    'the work nor that any was done. A tool that was stopped may have left it behind. A file with only white space ' +
    'counts as empty. Documents of achievements that are complete or skipped are not reported.',
  example: { language: 'text', text: 'subplans/SUBPLAN_SHOP_11.md with 0 bytes' },
  fix:
    'Write it, or delete it and create it again, which fills in the text of the PLAN. The quick fix writes its title ' +
    'and the usual sections, with places to fill in.',
  *check(plan) {
    for (const document of documentsOf(plan, 'subplan', 'execution')) {
      const isPast = document.standing === 'superseded' || isOver(document.achievement.status);
      if (isPast || !document.facts.outline.isBlank) continue;
      yield {
        ...startOf(document.file.uri),
        message: `This ${wordFor(document)} of ${document.achievement.id} is empty.`,
        fixes: [writeFix(document)],
      };
    }
  },
};

const wordFor = ({ kind }: OwnedDocument): string => (kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION_TASK');

const writeFix = (document: OwnedDocument): Fix => {
  const { id, title } = document.achievement;
  const sections: readonly WorkSection[] = Object.values(document.kind === 'subplan' ? SUBPLAN : EXECUTION);
  const parts = [
    `# ${wordFor(document)}: ${printable(title)}`,
    `**Achievement**: ${id}`,
    ...sections.flatMap(({ title, holds }) => (holds === undefined ? [] : [`## ${title}`, fill(holds)])),
  ];
  return {
    title: 'Write the usual sections',
    preferred: false,
    uri: document.file.uri,
    asked: askedAddition('work', [id], 'header'),
    edits: () => [{ span: span(0, 0), newText: `${parts.join('\n\n')}\n` }],
  };
};
