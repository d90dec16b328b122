import type { CreationBatch, CreationKind, SkippedCreation } from '../../engine/create/batch';
import type { FailedFile } from '../../engine/create/runBatch';
import { counted, plainText } from '../../language/words';

const mostLines = 25;

export const documentWord = (kind: CreationKind): string => (kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION');

/** `Create 3 SUBPLANs for X, level 0?` */
export const question = (batch: CreationBatch): string => {
  const level = batch.level === undefined ? '' : `, level ${batch.level}`;
  const documents = counted(batch.files.length, documentWord(batch.kind));
  return `Create ${documents} for ${plainText(batch.planName)}${level}?`;
};

/** What will be created, what is skipped and why, cut to what a dialog can show. */
export const details = (batch: CreationBatch): string =>
  [
    ...cut(batch.files.map(({ id, name, title }) => plainText(`${name}: ${id} ${title}`))),
    ...(batch.skipped.length > 0 ? ['', 'Skipped:', ...cut(batch.skipped.map(skippedLine))] : []),
  ].join('\n');

/** The whole list as a document, nothing cut. */
export const dryRunText = (batch: CreationBatch): string =>
  [
    `Dry run: ${counted(batch.files.length, documentWord(batch.kind))} for ${plainText(batch.planName)}. Nothing was created.`,
    '',
    ...batch.files.map(({ id, uri, title }) => plainText(`create ${id} ${title}: ${decodeURI(uri)}`)),
    ...batch.skipped.map((each) => `skip ${skippedLine(each)}`),
    '',
  ].join('\n');

export const failureLines = (failed: readonly FailedFile[]): string =>
  cut(failed.map(({ file, reason }) => plainText(`${file.name}: ${reason}`))).join('\n');

export const nothingToCreate = (batch: CreationBatch): string => {
  const reasons = batch.skipped.slice(0, 3).map(skippedLine).join('; ');
  const word = `${documentWord(batch.kind)}s`;
  const message = `No ${word} to create for ${plainText(batch.planName)}`;
  return reasons === '' ? `${message}.` : `${message}: ${reasons}${batch.skipped.length > 3 ? '; …' : '.'}`;
};

const skippedLine = ({ id, reason }: SkippedCreation): string => plainText(`${id}: ${reason}`);

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length > mostLines ? [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more`] : lines;
