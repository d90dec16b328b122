import type { Location } from 'vscode-languageserver-types';
import type { Engine } from '../engine/engine';
import { definitionsIn, mentionAt } from '../engine/mention/mentionAt';
import {
  type DocumentText,
  frontMatterIn,
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

/** The PLAN and parallel.json first, then what proves something, in the order of the achievements. */
const documentsOf = ({ uri, kind, parallel, achievements, strays }: AnalysedPlan): ReadonlySet<string> =>
  new Set([
    ...(kind === 'plan' ? [uri] : []),
    ...(parallel ? [parallel.uri] : []),
    ...achievements.flatMap((each) => [each.uri, ...each.evidence.map((evidence) => evidence.uri)]),
    ...strays.map((stray) => stray.uri),
  ]);

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
  return [...(plan.facts?.achievements ?? []).flatMap((each) => statedIn(each, text)), ...inText];
};

const withoutTwins = (sorted: readonly Mention[]): readonly Mention[] =>
  sorted.filter(({ span }, at) => sorted[at - 1]?.span.start !== span.start);
