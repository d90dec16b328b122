import { discovery } from './discovery';
import { continueWork, fixWork, synthesize } from './doWork';
import { pause, resume } from './handoff';
import { review, verify } from './judge';
import type { PromptKind } from './prompt';
import type { PromptWriter } from './task';
import { addAchievement, completePlan, midPlanReview, writePlan } from './wholePlan';
import { writeExecutions, writeSubplans } from './writeDocuments';

/** Who writes which kind. */
export const writers: Readonly<Record<PromptKind, PromptWriter>> = {
  plan: writePlan,
  discovery,
  subplan: writeSubplans,
  subplans: writeSubplans,
  fill: writeSubplans,
  execution: writeExecutions,
  executions: writeExecutions,
  continue: continueWork,
  'next-execution': writeExecutions,
  synthesize,
  review,
  reviews: review,
  fix: fixWork,
  verify,
  'add-achievement': addAchievement,
  'mid-plan-review': midPlanReview,
  pause,
  resume,
  complete: completePlan,
};
