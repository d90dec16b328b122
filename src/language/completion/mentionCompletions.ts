import type { CompletionItem } from 'vscode-languageserver-types';
import type { AchievementId } from '../../engine/model/achievement';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { idsForDigits, readFeedbackName, readWorkName } from '../../engine/model/fileName';
import { nameOf } from '../../engine/model/uri';
import { idOffers } from './idOffers';
import { type Completing, itemsFor } from './item';
import { lineAround } from './planPlace';
import { idAround } from './planSlot';

const ID = '(?:PRP-)?\\d+(?:\\.\\d+)*';
const JOIN = '[ \\t]*(?:,[ \\t]*and\\b|,|;|&|\\+|/|and\\b|or\\b|to\\b|through\\b)[ \\t]*';
/** `Achievement `, `Achievements 1.1, ` up to where the next id begins. */
const NAMED = new RegExp(`\\bAchievements?[ \\t]+(?:\\*\\*|\`)?(?:${ID}${JOIN}){0,40}$`);
/** The header field of a SUBPLAN, EXECUTION_TASK or feedback file (FORMAT A10). */
const HEADER = /^[ \t]*(?:[-*+][ \t]+)?\*\*Achievement(?: Addressed)?:?\*\*[ \t]*:?[ \t]*$/i;
/** More of a line than any list of ids takes. */
const LOOK_BACK = 400;

/**
 * Ids where running text names an achievement: behind the word itself, and in the header field that tells whose
 * document it is. The ids that the file's name can mean come first.
 */
export const mentionCompletions = (plan: AnalysedPlan, completing: Completing): CompletionItem[] => {
  const { document, offset } = completing;
  const { text, uri } = document;
  const replaced = idAround(text, offset);
  const line = lineAround(text, offset);
  const before = text.slice(Math.max(line.start, replaced.start - LOOK_BACK), replaced.start);
  if (!NAMED.test(before) && !HEADER.test(before)) return [];
  const own = ownIds(plan, uri);
  const offers = idOffers(plan, { without: new Set(), first: (id) => own.includes(id) });
  return itemsFor(completing, { replaced }, offers);
};

const ownIds = (plan: AnalysedPlan, uri: string): readonly AchievementId[] => {
  const name = nameOf(uri);
  const read = readWorkName(name, plan.name) ?? readFeedbackName(name);
  return read ? idsForDigits(read.digits, [...plan.byId.keys()]) : [];
};
