import type { CreationBatch, CreationKind, NewFile } from '../../engine/create/batch';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { nameOf } from '../../engine/model/uri';
import { printable, printableLine } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import type { Paint } from '../terminal/style';
import { pathIn, type Workspace } from '../workspace/workspace';

/** What is created, in words. */
export const NOUNS: Readonly<Record<CreationKind, (count: number) => string>> = {
  subplan: (count) => (count === 1 ? 'SUBPLAN' : 'SUBPLANs'),
  execution: (count) => (count === 1 ? 'EXECUTION_TASK' : 'EXECUTION_TASKs'),
};

const amount = (kind: CreationKind, count: number): string => `${count} ${NOUNS[kind](count)}`;

/** What would be created and what is skipped, with the reasons. */
export const previewText = (workspace: Workspace, batch: CreationBatch, paint: Paint): string => {
  const { files, skipped, kind, level, planName, missingSubplans } = batch;
  const where = level === undefined ? '' : ` (level ${level})`;
  const lines: string[] = [];
  if (files.length > 0) {
    lines.push(paint('bold', `${amount(kind, files.length)} to create for ${planName}${where}:`));
    lines.push(...files.map(({ id, title, uri }) => newFileLine(id, title, pathIn(workspace, uri), paint)));
  } else if (missingSubplans.length === 0) {
    lines.push(paint('bold', `No ${NOUNS[kind](2)} to create for ${planName}${where}.`));
  }
  if (skipped.length > 0) {
    lines.push(paint('dim', `Skipped (${skipped.length}):`));
    lines.push(...skipped.map(({ id, reason }) => paint('dim', `  ${id}: ${reason}`)));
  }
  lines.push(...unfilledLines(batch).map((line) => paint('yellow', line)));
  return lines.join('\n');
};

/** What an EXECUTION_TASK would build on is not written yet: said before anybody agrees. */
const unfilledLines = ({ unfilled }: CreationBatch): readonly string[] =>
  unfilled.length === 0
    ? []
    : [
        'Fill in first the SUBPLANs they build on:',
        ...unfilled.map(({ id, uri, why }) => `  ${printable(id)}: ${printable(nameOf(uri))} ${why}`),
      ];

const newFileLine = (id: string, title: string, path: string, paint: Paint): string =>
  `  ${paint('bold', id)} ${printable(title)} → ${paint('cyan', path)}`;

/** Why nothing is created, and the command that helps. */
export const missingText = (
  workspace: Workspace,
  plan: AnalysedPlan,
  { missingSubplans }: CreationBatch,
): string => {
  const ids = missingSubplans.map(printable);
  const command = `parallel-plans create subplans ${quoted(pathIn(workspace, plan.uri))} --achievements ${ids.join(',')}`;
  return [
    `Nothing was created: ${counted(ids.length, 'achievement')} without a SUBPLAN.`,
    ...ids.map((id) => `  ${id} ${printable(plan.byId.get(id)?.title ?? '')}`),
    `Create those first: ${command}`,
  ].join('\n');
};

const quoted = (path: string): string => {
  const safe = printableLine(path);
  return /^[\w./-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", "'\\''")}'`;
};

/** What was created. */
export const resultText = (
  workspace: Workspace,
  { kind }: CreationBatch,
  created: readonly NewFile[],
): string =>
  [
    ...created.map(({ uri }) => `Created ${printableLine(pathIn(workspace, uri))}`),
    `${amount(kind, created.length)} created.`,
  ].join('\n');

/** What could not be created, and why. */
export const failureLines = (
  failed: readonly { readonly id: string; readonly reason: string }[],
): readonly string[] =>
  failed.map(({ id, reason }) => `Not created for ${printable(id)}: ${printable(reason)}`);
