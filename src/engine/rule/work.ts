import { hasSection, type SectionBit } from '../document/work/workOutline';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { NamedKind } from '../model/fileName';
import type { WorkDocument } from '../model/plan';
import { type Place, span } from '../model/text';

/** A document with the achievement it belongs to. */
export interface OwnedDocument extends WorkDocument {
  readonly kind: NamedKind;
  readonly achievement: AnalysedAchievement;
}

/** The documents of a plan, achievement by achievement; copies are left out. */
export function* documentsOf(
  { work, byId }: AnalysedPlan,
  ...kinds: readonly NamedKind[]
): Generator<OwnedDocument> {
  for (const [id, documents] of work) {
    const achievement = byId.get(id);
    if (!achievement) continue;
    for (const document of documents) {
      const { file, facts, standing } = document;
      const { kind } = file.reads;
      if (standing === 'copy' || !kinds.includes(kind)) continue;
      yield { file, facts, kind, achievement, ...(standing === undefined ? {} : { standing }) };
    }
  }
}

/** The documents of one achievement of one kind, those in force: no earlier attempts, copies and side notes. */
export const inForce = (
  { work }: AnalysedPlan,
  { id }: Pick<AnalysedAchievement, 'id'>,
  kind: NamedKind,
): readonly WorkDocument[] =>
  (work.get(id) ?? []).filter(
    ({ file: { reads }, standing }) =>
      reads.kind === kind && reads.suffix === undefined && standing === undefined,
  );

/** Its title: where a document is spoken of as a whole. */
export const titleOf = ({ file, facts }: WorkDocument): Place => ({
  uri: file.uri,
  span: facts.outline.head,
});

/** Where a document is named that has no place of its own to point at. */
export const startOf = (uri: string): Place => ({ uri, span: span(0, 0) });

export const isSectionThere = ({ facts }: WorkDocument, name: SectionBit): boolean =>
  hasSection(facts.outline, name);

/** The first status line of the header and the last of the document say complete. */
export const claimsComplete = ({ facts: { claim } }: WorkDocument): boolean =>
  claim?.first === 'complete' && claim.last === 'complete';
