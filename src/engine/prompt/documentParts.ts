import type { AnalysedAchievement } from '../model/analysis';
import { nameOf } from '../model/uri';
import { type Kept, type Part, quotedDocument, WEIGHT } from './part';
import { type PromptTask, pathCode } from './task';

/** How much a document matters: it is what the prompt is about, or what stands behind it. */
type Role = 'main' | 'document';

/** The SUBPLAN in force, whole. */
export const subplanParts = (
  task: PromptTask,
  { subplan }: AnalysedAchievement,
  role: Role = 'document',
): readonly Part[] =>
  subplan === undefined ? [] : [documentPart(task, subplan, role, 'paragraphs of SUBPLANs')];

/** EXECUTION_TASKs; what happened last is kept longest. */
export const executionParts = (
  task: PromptTask,
  uris: readonly string[],
  role: Role = 'main',
): readonly Part[] =>
  uris.map((uri) => documentPart(task, uri, role, 'paragraphs of EXECUTION_TASKs', 'end'));

/** A document as it is now. */
export const documentPart = (
  task: PromptTask,
  uri: string,
  role: Role,
  what: string,
  keeps: Kept = 'start',
): Part =>
  quotedDocument(plainTitle(nameOf(uri)), `${pathCode(task, uri)} as it is now:`, task.textOf(uri), {
    weight: WEIGHT[role],
    what,
    keeps,
  });

/** A file name may hold anything, a heading may not. */
const plainTitle = (title: string): string => title.replace(/[^\w. -]+/g, '-');
