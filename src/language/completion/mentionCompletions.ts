import type { CompletionItem } from 'vscode-languageserver-types';
import { invitesId } from '../../engine/mention/mentions';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { idsForDigits, readFeedbackName, readWorkName } from '../../engine/model/fileName';
import type { AchievementId } from '../../engine/model/ids';
import { nameOf } from '../../engine/model/uri';
import { idOffers } from './idOffers';
import { type Completing, itemsFor } from './item';
import { lineAround } from './planPlace';
import { idAround } from './planSlot';

/**
 * Ids where running text names an achievement: behind the word itself, and in the header field that tells whose
 * document it is. The ids that the file's name can mean come first.
 */
export const mentionCompletions = (plan: AnalysedPlan, completing: Completing): CompletionItem[] => {
  const { document, offset } = completing;
  const { text, uri } = document;
  const replaced = idAround(text, offset);
  if (!invitesId(text.slice(lineAround(text, offset).start, replaced.start))) return [];
  const own = ownIds(plan, uri);
  const offers = idOffers(plan, { without: new Set(), first: (id) => own.includes(id) });
  return itemsFor(completing, { replaced }, offers);
};

const ownIds = (plan: AnalysedPlan, uri: string): readonly AchievementId[] => {
  const name = nameOf(uri);
  const read = readWorkName(name, plan) ?? readFeedbackName(name, plan);
  return read ? idsForDigits(read.digits, [...plan.byId.keys()]) : [];
};
