import type { AnalysedPlan } from '../../engine/model/analysis';
import { pathIn, type Workspace } from '../workspace/workspace';

/** What a plan, or one of its achievements (`own`), waits for in other plans, in the stable machine format. */
export const waitsJson = (workspace: Workspace, { waitsFor }: AnalysedPlan): readonly unknown[] =>
  waitsFor.map(({ plan, name, achievements, own, complete, total, said, line }) => ({
    plan: name,
    path: pathIn(workspace, plan),
    achievements,
    own: own ?? null,
    progress: { complete, total },
    saidIn: pathIn(workspace, said.uri),
    line,
  }));
