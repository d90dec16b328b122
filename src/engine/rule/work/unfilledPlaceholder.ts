import type { Placeholder } from '../../facts/workFacts';
import type { AnalysedPlan } from '../../model/analysis';
import { isOver } from '../../model/status';
import type { Problem, Rule } from '../rule';
import { documentsOf, type OwnedDocument } from './work';

const PLACES =
  'Places to fill in are `<!-- fill: … -->` in new documents, `[TO BE FILLED …]` and `[FILL …]`. Brackets that stand ' +
  'alone on their line or behind their label, as in templates, are such places too: `- [List what was done]`. ';

export const unfilledPlaceholder: Rule = {
  code: 'unfilled-placeholder',
  severity: 'info',
  summary: 'A SUBPLAN or EXECUTION_TASK of an approved achievement has places that were never filled in',
  explanation:
    `${PLACES}Nobody fills them in once the achievement is approved. Either the work is not written down, or the ` +
    'review overlooked them.',
  example: {
    language: 'markdown',
    text: '## Learning Summary\n\n<!-- fill: what the next execution should know -->',
  },
  fix: 'Fill them in, or delete the sections that have nothing to say.',
  *check(plan) {
    for (const document of documentsOf(plan, 'subplan', 'execution')) {
      const { early, late } = document.facts.placeholders;
      if (document.achievement.status === 'complete') yield* problem(document, early + late, () => true);
    }
  },
};

export const openPlaceholder: Rule = {
  code: 'open-placeholder',
  severity: 'info',
  summary: 'A SUBPLAN or EXECUTION_TASK with work in progress has places still to be filled in',
  explanation:
    `${PLACES}They are normal in a document that was just created. They are reported in a SUBPLAN once there is an ` +
    'EXECUTION_TASK, which builds on it, and in an EXECUTION_TASK once it shows work. Parts that are written at the ' +
    'end do not count: iteration log, learning summary, future work, completion, synthesis, measured figures.',
  example: { language: 'markdown', text: '## Approach\n\n<!-- fill: the steps, in order -->' },
  fix: 'Fill them in before you go on.',
  *check(plan) {
    for (const document of documentsOf(plan, 'subplan', 'execution')) {
      if (isOver(document.achievement.status) || !isWorkedOn(plan, document)) continue;
      yield* problem(document, document.facts.placeholders.early, ({ isLate }) => !isLate);
    }
  },
};

const isWorkedOn = ({ work }: AnalysedPlan, { kind, facts, achievement }: OwnedDocument): boolean =>
  kind === 'execution'
    ? facts.showsWork
    : (work.get(achievement.id) ?? []).some(({ file }) => file.reads?.kind === 'execution');

/** One finding, at the first place; the next ones are related. */
function* problem(
  { file: { uri }, facts }: OwnedDocument,
  count: number,
  counts: (place: Placeholder) => boolean,
): Generator<Problem> {
  const [first, ...others] = facts.placeholders.first
    .filter(counts)
    .sort((one, other) => one.start - other.start);
  if (!first) return;
  const are = count === 1 ? '1 place is' : `${count} places are`;
  yield {
    uri,
    span: { start: first.start, end: first.end },
    message: `${are} still to be filled in.`,
    related: others.map(({ start, end }) => ({ uri, span: { start, end }, message: 'To be filled in' })),
  };
}
