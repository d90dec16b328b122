import { discovery } from './discovery';
import { continueWork, fixWork, synthesize } from './doWork';
import { pause, resume } from './handoff';
import { review, verify } from './judge';
import type { PromptKind } from './prompt';
import type { PromptWriter } from './task';
import { writeExecutions, writeSubplans } from './writeDocuments';

/** Who writes which kind. */
export const writers: Readonly<Record<PromptKind, PromptWriter>> = {
  discovery,
  subplan: writeSubplans,
  subplans: writeSubplans,
  execution: writeExecutions,
  executions: writeExecutions,
  continue: continueWork,
  'next-execution': writeExecutions,
  synthesize,
  review,
  fix: fixWork,
  verify,
  pause,
  resume,
};
