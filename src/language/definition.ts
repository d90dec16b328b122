import type { Location } from 'vscode-languageserver-types';
import type { Snapshot } from '../engine/engine';
import { mentionAt } from './mentionAt';
import { type DocumentText, parallelIds } from './mentions';
import { rangeOf } from './positions';

/**
 * Where the achievement under the caret is defined: every definition with its id in the PLAN or PRP file, or its
 * entry in parallel.json where no PLAN defines it.
 */
export const definitionAt = (snapshot: Snapshot, document: DocumentText, offset: number): Location[] => {
  const mention = mentionAt(snapshot, document, offset);
  if (!mention) return [];
  const { plan, id } = mention;
  const inPlan = plan.facts?.achievements ?? plan.achievements;
  const definitions = inPlan
    .filter((each) => each.id === id)
    .map((each) => ({ uri: 'uri' in each ? each.uri : plan.uri, span: each.idSpan }));
  const parallel = plan.parallel?.uri;
  const entries =
    parallel === undefined
      ? []
      : parallelIds(plan).flatMap((each) => (each.id === id ? [{ uri: parallel, span: each.span }] : []));
  return (definitions.length > 0 ? definitions : entries).map(({ uri, span }) => ({
    uri,
    range: rangeOf(snapshot.linesOf(uri), span),
  }));
};
