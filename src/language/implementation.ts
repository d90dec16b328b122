import type { Location } from 'vscode-languageserver-types';
import { type FoundMention, mentionAt } from '../engine/mention/mentionAt';
import type { DocumentText } from '../engine/mention/mentions';
import type { Snapshot } from '../engine/snapshot';
import { rangeOf } from './positions';

/** The documents of the achievement under the caret: its feedback, EXECUTION_TASKs and SUBPLANs. */
export const implementationAt = (snapshot: Snapshot, document: DocumentText, offset: number): Location[] => {
  const mention = mentionAt(snapshot, document, offset);
  return mention ? evidenceOf(mention) : [];
};

/**
 * What an achievement led to, the document that proves its status first. A PRP has no documents but its own file,
 * which defines it: nothing for those.
 */
export const evidenceOf = ({ plan, id }: FoundMention): Location[] => {
  const { uri: own, evidence = [] } = plan.byId.get(id) ?? {};
  const start = rangeOf(undefined, { start: 0, end: 0 });
  return evidence.filter(({ uri }) => uri !== own).map(({ uri }) => ({ uri, range: start }));
};
