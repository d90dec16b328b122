import type { Location } from 'vscode-languageserver-types';
import { type FoundMention, mentionAt } from '../engine/mention/mentionAt';
import { type DocumentText, parallelIds } from '../engine/mention/mentions';
import type { Place } from '../engine/model/text';
import type { Snapshot } from '../engine/snapshot';
import { evidenceOf } from './implementation';
import { rangeOf } from './positions';

/**
 * Where the achievement under the caret is defined: every definition with its id in the PLAN or PRP file, or its
 * entry in parallel.json where no PLAN defines it. From the definition itself it goes on to the documents of the
 * achievement, where there are any.
 */
export const definitionAt = (snapshot: Snapshot, document: DocumentText, offset: number): Location[] => {
  const mention = mentionAt(snapshot, document, offset);
  if (!mention) return [];
  const places = definitionsOf(mention);
  const [only, ...more] = places;
  const isHere = only && more.length === 0 && only.uri === document.uri && touches(only, offset);
  const evidence = isHere ? evidenceOf(mention) : [];
  if (evidence.length > 0) return evidence;
  return places.map(({ uri, span }) => ({ uri, range: rangeOf(snapshot.linesOf(uri), span) }));
};

const definitionsOf = ({ plan, id }: FoundMention): readonly Place[] => {
  const inPlan = plan.facts?.achievements ?? plan.achievements;
  const definitions = inPlan
    .filter((each) => each.id === id)
    .map((each) => ({ uri: 'uri' in each ? each.uri : plan.uri, span: each.idSpan }));
  const parallel = plan.parallel?.uri;
  if (definitions.length > 0 || parallel === undefined) return definitions;
  return parallelIds(plan).flatMap((each) => (each.id === id ? [{ uri: parallel, span: each.span }] : []));
};

const touches = ({ span }: Place, offset: number): boolean => span.start <= offset && offset <= span.end;
