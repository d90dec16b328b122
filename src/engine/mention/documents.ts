import type { AnalysedPlan } from '../model/analysis';
import { isDocument } from '../model/status';

/** The documents of a plan: PLAN and parallel.json, then what proves something, in the order of the achievements. */
export const documentsOf = ({
  uri,
  kind,
  parallel,
  achievements,
  strays,
  work,
}: AnalysedPlan): ReadonlySet<string> =>
  new Set([
    ...(kind === 'plan' ? [uri] : []),
    ...(parallel ? [parallel.uri] : []),
    ...achievements.flatMap((each) => [each.uri, ...each.evidence.filter(isDocument).map(({ uri }) => uri)]),
    ...[...work.values()].flatMap((documents) => documents.map(({ file }) => file.uri)),
    ...strays.map((stray) => stray.uri),
  ]);
