import { type Child, childProgress, type Family } from '../../engine/links/family';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { pathIn, type Workspace } from '../workspace/workspace';
import { rounded } from './timeJson';

/** The documents above a plan: those it names, and those that list it. */
export const parentsJson = (workspace: Workspace, plan: AnalysedPlan): readonly unknown[] => {
  const families = workspace.families();
  const own = plan.facts?.parents() ?? [];
  const named = own.map(({ name, kind, line }) => {
    const family = families.find(
      ({ parent }) => parent.name === name && (kind === undefined || kind === parent.kind),
    );
    const above = kind === 'plan' || !family ? workspace.known.find((each) => each.name === name) : undefined;
    const uri = family?.parent.uri ?? above?.uri;
    return {
      name,
      path: uri === undefined ? null : pathIn(workspace, uri),
      line,
      saidIn: pathIn(workspace, plan.uri),
    };
  });
  const listing = families.flatMap(({ parent, children }) => {
    const row = children.find((child) => child.plan === plan)?.rows[0];
    if (!row || own.some(({ name }) => name === parent.name)) return [];
    const path = pathIn(workspace, parent.uri);
    return [{ name: parent.name, path, line: row.line, saidIn: path }];
  });
  return [...named, ...listing];
};

/** A GRAMMAPLAN or NORTH_STAR with its children and how far they are; figures from 0 to 1. */
export const familyJson = (workspace: Workspace, { parent, children, progress }: Family): unknown => {
  const all = progress();
  return {
    name: parent.name,
    kind: parent.kind,
    path: pathIn(workspace, parent.uri),
    progress: all ? { share: rounded(all.progress), byEffort: all.isByEffort, onlyStated: all.stated } : null,
    children: children.map((child) => childJson(workspace, child)),
  };
};

const childJson = (workspace: Workspace, child: Child): unknown => {
  const progress = childProgress(child);
  const uri = child.plan?.uri ?? child.family()?.parent.uri;
  return {
    name: child.name,
    path: uri === undefined ? null : pathIn(workspace, uri),
    listed: child.rows.length > 0,
    progress: progress ? { share: rounded(progress.progress), onlyStated: progress.isStated } : null,
  };
};
