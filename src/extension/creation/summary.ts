import type { CreationBatch, CreationKind, SkippedCreation } from '../../engine/create/batch';
import type { FailedFile } from '../../engine/create/runBatch';
import { printable } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import type { Proposal } from './ui';

const mostLines = 25;

/** What is created with questions and answers. */
export type DocumentOfPlan = CreationKind | 'plan';

const WORDS: Readonly<Record<DocumentOfPlan, string>> = {
  subplan: 'SUBPLAN',
  execution: 'EXECUTION',
  plan: 'PLAN',
};

export const documentWord = (kind: DocumentOfPlan): string => WORDS[kind];

/** `Create SUBPLANs for X`: what a question before the batch is known is about. */
export const subject = (kind: CreationKind, planName: string): string =>
  `Create ${documentWord(kind)}s for ${printable(planName)}`;

/** What a batch would create and what it leaves out, and why. */
export const proposalOf = (batch: CreationBatch, isFromView = false): Proposal => {
  const { files, kind, level, planName, skipped, unfilled } = batch;
  const action = `Create ${counted(files.length, documentWord(kind))}`;
  const [only, ...more] = files;
  const where = only && more.length === 0 ? ` of ${only.id}` : level === undefined ? '' : `, level ${level}`;
  return {
    title: `${action} for ${printable(planName)}${where}`,
    action,
    files,
    skipped,
    unfilled,
    isFromView,
  };
};

export const failureLines = (failed: readonly FailedFile[]): string =>
  cut(failed.map(({ file, reason }) => printable(`${file.name}: ${reason}`))).join('\n');

export const nothingToCreate = (batch: CreationBatch): string => {
  const reasons = batch.skipped.slice(0, 3).map(skippedLine).join('; ');
  const word = `${documentWord(batch.kind)}s`;
  const message = `No ${word} to create for ${printable(batch.planName)}`;
  return reasons === '' ? `${message}.` : `${message}: ${reasons}${batch.skipped.length > 3 ? '; …' : '.'}`;
};

const skippedLine = ({ id, reason }: SkippedCreation): string => printable(`${id}: ${reason}`);

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length > mostLines ? [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more`] : lines;
