import type { BatchHead, FeedbackKind, NewFile } from '../create/batch';
import { oneLine } from '../create/content';
import { namesOf } from '../create/naming';
import { fill } from '../document/work/fillMark';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { childUri, nameOf, relativeUri } from '../model/uri';
import type { FinishingCheck } from './finishing';

/** What a reviewer says about one achievement. */
export interface Feedback {
  readonly achievement: AnalysedAchievement;
  readonly kind: FeedbackKind;
  /** Why, in the reviewer's words; may have several lines. */
  readonly reason: string | undefined;
  /** What was looked at before approving; written down with its outcome. */
  readonly checks: readonly FinishingCheck[];
}

/** Who reviews, and when. */
export interface Review {
  readonly reviewer: string | undefined;
  /** `2026-11-21`. */
  readonly date: string;
}

/** The files that say it: `APPROVED_11.md`, `FIX_11.md`, `SKIPPED_11.md` in the feedback folder of the plan. */
export const feedbackFiles = (
  plan: AnalysedPlan,
  feedbacks: readonly Feedback[],
  review: Review,
): readonly NewFile[] => {
  const names = namesOf(plan);
  return feedbacks.map((feedback) => {
    const { achievement, kind } = feedback;
    const name = names.feedback(kind, achievement.id);
    const uri = childUri(plan.folders.feedbacks, name);
    return {
      id: achievement.id,
      title: achievement.title,
      uri,
      name,
      content: textOf(plan, feedback, review),
    };
  });
};

/** Whose batch they are. */
export const feedbackHead = ({ uri, name }: AnalysedPlan, kind: FeedbackKind): BatchHead => ({
  plan: uri,
  planName: name,
  kind,
});

const STATUS: Readonly<Record<FeedbackKind, string>> = {
  approved: 'APPROVED',
  fix: 'Needs fixes',
  skipped: 'SKIPPED',
};

/** Title and header of a file that says it. */
export const feedbackTop = (
  plan: AnalysedPlan,
  { achievement, kind }: Pick<Feedback, 'achievement' | 'kind'>,
  { reviewer, date }: Review,
): string => {
  const header = [
    ['Plan', plan.name],
    ['Achievement', achievement.id],
    ['Status', STATUS[kind]],
    ['Reviewer', reviewer ?? ''],
    ['Review Date', date],
  ].map(([label, value]) => `**${label}**: ${oneLine(value ?? '')}`.trimEnd());
  return [
    `# ${kind.toUpperCase()}: Achievement ${achievement.id} ${oneLine(achievement.title)}`,
    header.join('  \n'),
  ].join('\n\n');
};

const textOf = (plan: AnalysedPlan, feedback: Feedback, review: Review): string => {
  const { achievement } = feedback;
  const folder = plan.folders.feedbacks;
  const looked = [achievement.subplan, ...achievement.executions].filter((uri) => uri !== undefined);
  return `${[
    feedbackTop(plan, feedback, review),
    ...bodyOf(feedback),
    ...(looked.length > 0
      ? [
          `## Reviewed\n\n${looked.map((uri) => `- [${nameOf(uri)}](${relativeUri(folder, uri)})`).join('\n')}`,
        ]
      : []),
  ].join('\n\n')}\n`;
};

const bodyOf = ({ kind, reason, checks }: Feedback): readonly string[] => {
  const said = reason?.trim();
  switch (kind) {
    case 'approved':
      return [
        ...(said ? [said] : []),
        ...(checks.length > 0 ? [`## Checks\n\n${checks.map(checkLine).join('\n')}`] : []),
      ];
    case 'fix':
      return [
        `## Issues Found\n\n${said ? said : fill('what is wrong, where, and how it shows')}`,
        `## Next Steps\n\n${fill('what to do so that it can be approved')}`,
      ];
    case 'skipped':
      return [`## Reason\n\n${said ? said : fill('why this is not done')}`];
  }
};

const checkLine = ({ what, missing }: FinishingCheck): string =>
  missing === undefined ? `- ${what}.` : `- Approved although ${oneLine(missing)}.`;
