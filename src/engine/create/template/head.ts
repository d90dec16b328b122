import { lazy } from '../../../shared/lazy';
import { estimateField } from '../../document/estimate/effort';
import type { AchievementContent } from '../../document/plan/achievementContent';
import type { AnalysedAchievement, AnalysedPlan } from '../../model/analysis';
import type { CreationKind } from '../batch';
import { namesOf } from '../naming';
import { numberedParts } from '../parts';
import { HEADS } from './builtin';
import { parseTemplate } from './parse';
import { render } from './templates';
import { KNOWN } from './variables';

/** Title and header of a new document, as the built-in templates have them. `number`: which execution it is. */
export const documentHead = (
  kind: CreationKind,
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
  number = 1,
): string => {
  const content: AchievementContent = { ...SAYS_NOTHING, effort: effortOf(achievement) };
  const part = numberedParts(achievement).find((each) => each.number === number)?.part;
  return render(heads[kind](), {
    kind,
    plan,
    achievement,
    number,
    part: kind === 'execution' ? part : undefined,
    content,
    names: namesOf(plan),
    folder: plan.folders.root,
    uri: plan.uri,
    contentOf: () => SAYS_NOTHING,
    saidBy: () => undefined,
  }).trimEnd();
};

const heads = {
  subplan: lazy(() => parseTemplate(HEADS.subplan, KNOWN.subplan).lines),
  execution: lazy(() => parseTemplate(HEADS.execution, KNOWN.execution).lines),
};

const SAYS_NOTHING: AchievementContent = {
  goal: undefined,
  what: undefined,
  deliverables: [],
  successCriteria: [],
  tests: [],
  effort: undefined,
  other: [],
};

const effortOf = ({ fields }: AnalysedAchievement): string | undefined => estimateField(fields)?.value;
