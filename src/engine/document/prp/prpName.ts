import type { AchievementId } from '../../model/ids';

/** What the name of a file says that is named like a PRP. */
export interface PrpName {
  /** `PRP-47.2.1` of `PRP-47.2.1-soil-sensor.md`, digits as written; undefined where the name has no id. */
  readonly id: AchievementId | undefined;
  /** What follows the id, without the ending: `soil-sensor`. */
  readonly slug: string;
  /**
   * A plan whose phases are to become PRPs; another document of PRPs, going by its name (`PRP-43-INITIAL.md`); or a PRP,
   * as far as the name tells.
   */
  readonly kind: 'batch-plan' | 'document' | 'prp';
}

const LIKE_A_PRP = /^PRP(?:[-_ ]|\d).*\.md$/i;
/** A number, or one letter: `47.2.1`, `12a`, `A`, `A.1`. */
const NUMBERS = '\\d+(?:\\.\\d+)*[a-z]?|[A-Z](?:\\.\\d+)*';
const FILE_ID = new RegExp(`^PRP[-_ ]?(${NUMBERS})(?![A-Za-z\\d])`);
const BATCH_PLAN = /^(?:batch[-_ ])?plan$/i;
/** What ends the names of documents about PRPs, in capitals: `BATCH-EXECUTION-SUMMARY`. */
const DOCUMENT =
  /(?:^|[-_ ])(?:INITIAL|SUMMARY|REVIEW|PLAN|GUIDE|TEMPLATE|REPORT|NOTES|README|CHECKLIST|INDEX|OVERVIEW)$/;
/** Names without an id that no PRP has. */
const PLAIN_DOCUMENT = /^(?:initial|summary|review|plan|usage|guide|template|readme|base|index)(?![a-z])/i;

export const isPrpName = (fileName: string): boolean => LIKE_A_PRP.test(fileName);

/** Reads the name of a file; undefined where it is not named like a PRP. */
export const readPrpName = (fileName: string): PrpName | undefined => {
  if (!isPrpName(fileName)) return undefined;
  const name = fileName.slice(0, -'.md'.length).replace(/^prp/i, 'PRP');
  const match = FILE_ID.exec(name);
  const rest = match ? name.slice(match[0].length) : name.slice('PRP'.length);
  const slug = rest.replace(/^[-_ .]+/, '');
  const isDocument = DOCUMENT.test(slug) || (!match && PLAIN_DOCUMENT.test(slug));
  const kind = match && BATCH_PLAN.test(slug) ? 'batch-plan' : isDocument ? 'document' : 'prp';
  return { id: match?.[1] === undefined ? undefined : `PRP-${match[1]}`, slug, kind };
};

/** The id that the name of a file carries: `PRP-47.2.1-some-words.md`; undefined for every other name. */
export const prpIdOf = (fileName: string): AchievementId | undefined => readPrpName(fileName)?.id;

const WHOLE_ID = new RegExp(`^\\s*(?:PRP[-_ ]?)?(${NUMBERS})\\s*$`);

/** An id that is all of a text, with its prefix added: `34.1.1` is `PRP-34.1.1`. */
export const prpIdFrom = (text: string): AchievementId | undefined => {
  const id = WHOLE_ID.exec(text.replace(/^(\s*)prp/i, '$1PRP'))?.[1];
  return id === undefined ? undefined : `PRP-${id}`;
};

/** The same text for the same PRP, however its id is spelled: `PRP-007` and `PRP-7` are one. */
export const samePrp = (id: AchievementId): string => id.replace(/(?<!\d)0+(?=\d)/g, '').toUpperCase();

/** How many parts an id has: three for `PRP-47.2.1`. */
export const partsOf = (id: AchievementId): number => id.split('.').length;

/** `PRP-47` of `PRP-47.2.1` and `PRP-47.2`; an id of one part says no batch. */
export const batchOf = (id: AchievementId): string | undefined => {
  const number = /^PRP-(\d+)\./i.exec(id)?.[1];
  return number === undefined ? undefined : `PRP-${Number(number)}`;
};

/** `PRP-A`, `PRP-C.1`: one of a family of letters. */
export const letterOf = (id: AchievementId): string | undefined => /^PRP-([A-Z])(?:\.|$)/.exec(id)?.[1];
