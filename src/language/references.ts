import type { Location } from 'vscode-languageserver-types';
import type { Engine } from '../engine/engine';
import { documentsOf } from '../engine/mention/documents';
import { definitionsIn, mentionAt } from '../engine/mention/mentionAt';
import {
  type DocumentText,
  frontMatterIn,
  indexedIn,
  type Mention,
  mentionsInText,
  parallelIds,
  parallelReferences,
  statedIn,
} from '../engine/mention/mentions';
import type { AnalysedPlan } from '../engine/model/analysis';
import { LineIndex } from '../engine/model/text';
import { rangeOf } from './positions';

/**
 * Every place that names the achievement under the caret: the PLAN, parallel.json, and the documents that prove
 * something about any achievement of the plan. By document, then by place.
 */
export const referencesAt = async (
  engine: Engine,
  document: DocumentText,
  offset: number,
  includeDeclaration: boolean,
): Promise<Location[]> => {
  const found = mentionAt(engine.snapshot, document, offset);
  if (!found) return [];
  const { plan, id } = found;
  const locations: Location[] = [];
  for (const uri of documentsOf(plan)) {
    const text = uri === document.uri ? document.text : await engine.read(uri);
    if (text === undefined) continue;
    const lines = new LineIndex(text);
    const defined = definitionsOf(plan, uri);
    const mentions = [...defined, ...referencesIn(plan, uri, text)]
      .filter((mention) => mention.id === id)
      .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
    const left = includeDeclaration ? [] : defined;
    locations.push(
      ...withoutTwins(mentions)
        .filter((mention) => !left.some((each) => each.span.start === mention.span.start))
        .map(({ span }) => ({ uri, range: rangeOf(lines, span) })),
    );
  }
  return locations;
};

const definitionsOf = (plan: AnalysedPlan, uri: string): readonly Mention[] =>
  plan.uri === uri
    ? (plan.facts?.achievements ?? []).map(({ id, idSpan }) => ({ id, span: idSpan }))
    : plan.parallel?.uri === uri
      ? []
      : definitionsIn(plan, uri);

const referencesIn = (plan: AnalysedPlan, uri: string, text: string): readonly Mention[] => {
  if (plan.parallel?.uri === uri) return [...parallelIds(plan), ...parallelReferences(plan)];
  const inText = mentionsInText(plan, text);
  if (plan.uri !== uri) return [...frontMatterIn(plan, uri), ...inText];
  const stated = (plan.facts?.achievements ?? []).flatMap((each) => statedIn(each, text));
  return [...stated, ...indexedIn(plan), ...inText];
};

const withoutTwins = (sorted: readonly Mention[]): readonly Mention[] =>
  sorted.filter(({ span }, at) => sorted[at - 1]?.span.start !== span.start);
