import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { WorkDocument } from '../model/plan';
import { nameOf } from '../model/uri';
import { claimsDone, documentsAt, stepOf } from '../workflow/step';

/** Something that should hold before an achievement is approved. */
export interface FinishingCheck {
  /** What holds, or should: "It has a SUBPLAN". */
  readonly what: string;
  readonly holds: boolean;
  /** What is missing, without a full stop; undefined where it holds. */
  readonly missing: string | undefined;
}

/**
 * What a reviewer should know before approving: are the documents there, is the work claimed finished, does anything
 * show that it was done, is everything filled in and brought together, and do the deliverables exist.
 */
export const finishingChecks = (
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
): readonly FinishingCheck[] => {
  const missingDeliverables = missingDeliverablesOf(plan, achievement);
  const { unfinished, action } = stepOf(plan, achievement);
  const unclaimed = documentsAt(plan, achievement, unfinished).filter((each) => !claimsDone(each));
  const { subplan } = achievement;
  const written = [...(subplan === undefined ? [] : [subplan]), ...achievement.executions];
  const executions = executionsInForce(plan, achievement);
  const idle = executions.filter(({ facts }) => !facts.showsWork);
  const open = documentsAt(plan, achievement, written).filter(
    ({ facts: { placeholders } }) => placeholders.early + placeholders.late > 0,
  );
  return [
    check('It has a SUBPLAN', subplan !== undefined, 'there is no SUBPLAN'),
    check('It has an EXECUTION_TASK', executions.length > 0, 'there is no EXECUTION_TASK'),
    ...(executions.length === 0
      ? []
      : [
          check(
            'Every EXECUTION_TASK says it is complete',
            unclaimed.length === 0,
            `not finished: ${named(urisOf(unclaimed))}`,
          ),
          check('Every EXECUTION_TASK shows work', idle.length === 0, idleText(idle)),
        ]),
    ...(executions.length > 1
      ? [
          check(
            'The SUBPLAN brings the results together',
            unfinished.length > 0 || action !== 'synthesize',
            'the SUBPLAN has no synthesis of the results',
          ),
        ]
      : []),
    check(
      'Everything is filled in',
      open.length === 0,
      `places to fill in are left in ${named(urisOf(open))}`,
    ),
    check(
      'The deliverables exist',
      missingDeliverables.length === 0,
      `missing: ${missingDeliverables.join(', ')}`,
    ),
  ];
};

/** Work that is claimed is worse than work that was not begun. */
const idleText = (idle: readonly WorkDocument[]): string => {
  const isClaimed = idle.some(claimsDone);
  const what = isClaimed ? 'claimed, not verified' : 'no sign of work';
  return `${what}: no box is ticked and no iteration is written down in ${named(urisOf(idle))}`;
};

const check = (what: string, holds: boolean, missing: string): FinishingCheck => ({
  what,
  holds,
  missing: holds ? undefined : missing,
});

/** Paths the PLAN names as deliverables that the workspace surely lacks. */
const missingDeliverablesOf = (
  { facts, isMissing }: AnalysedPlan,
  { idSpan }: AnalysedAchievement,
): readonly string[] => {
  const definition = facts?.achievements.find((each) => each.idSpan.start === idSpan.start);
  const paths = (definition?.deliverablePaths() ?? []).map(({ path }) => path);
  return isMissing ? [...new Set(paths)].filter(isMissing) : [];
};

const executionsInForce = (plan: AnalysedPlan, achievement: AnalysedAchievement): readonly WorkDocument[] =>
  documentsAt(plan, achievement, achievement.executions).filter(
    ({ file, standing }) => file.reads.suffix === undefined && standing === undefined,
  );

const urisOf = (documents: readonly WorkDocument[]): readonly string[] =>
  documents.map(({ file }) => file.uri);

const named = (uris: readonly string[]): string => uris.map(nameOf).join(', ');
