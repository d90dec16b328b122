import type { EvidenceFacts } from '../facts/workFacts';
import { readWorkName } from '../model/fileName';
import { sameName } from '../model/names';
import { parentUri } from '../model/uri';
import type { EvidenceFile } from './evidenceFiles';
import { isSurelyMeant, type LooseFile, type LooseFolder } from './looseFiles';
import type { RealPlan } from './sharing';

/** What becomes of files that no plan has by their names. */
export interface LooseResult {
  /** By the URI of the plan that their headers name. */
  readonly byPlan: ReadonlyMap<string, readonly EvidenceFile[]>;
  /** What belongs nowhere but lies in a folder that only one plan uses, by the URI of that plan. */
  readonly strays: ReadonlyMap<string, readonly LooseFile[]>;
  /** What belongs nowhere and is nobody's guest, by folder. */
  readonly nowhere: readonly LooseFolder[];
}

const NONE: readonly never[] = [];

/**
 * Gives files whose names lead nowhere to the plan that their header names, where they lie beside it, in a shared folder
 * above it or at its Archive Location.
 * @param factsOf what a document says; undefined where it cannot be told yet
 */
export const assignLoose = (
  loose: readonly LooseFolder[],
  plans: readonly RealPlan[],
  factsOf: (uri: string) => EvidenceFacts | undefined,
): LooseResult => {
  const byPlan = new Map<string, EvidenceFile[]>();
  const strays = new Map<string, LooseFile[]>();
  if (loose.length === 0) return { byPlan, strays, nowhere: NONE };
  const near = plansNear(loose, plans);
  const claimed = archivedUris(plans);
  const nowhere = loose.flatMap((folder): readonly LooseFolder[] => {
    const candidates = near.get(folder.root) ?? NONE;
    const left = folder.files.filter((file) => {
      if (claimed.has(file.uri)) return false;
      const facts = candidates.length > 0 ? factsOf(file.uri) : undefined;
      const owner = facts && ownerOf(file, facts, candidates);
      if (owner) add(byPlan, owner, file);
      return !owner && isSurelyMeant(file);
    });
    const [host, second] = candidates.filter(({ layout }) => layout.roots.includes(folder.root));
    if (!host || second) return left.length > 0 ? [{ ...folder, files: left }] : NONE;
    for (const file of left) add(strays, host, file);
    return NONE;
  });
  return { byPlan, strays, nowhere };
};

const add = <T>(lists: Map<string, T[]>, { layout: { uri } }: RealPlan, item: T): void => {
  const list = lists.get(uri);
  if (list) list.push(item);
  else lists.set(uri, [item]);
};

const archivedUris = (plans: readonly RealPlan[]): ReadonlySet<string> =>
  new Set(plans.flatMap(({ archived }) => archived.map(({ uri }) => uri)));

/** Plans that may keep evidence in a folder: those beside or below it, and those that use it. */
const plansNear = (
  loose: readonly LooseFolder[],
  plans: readonly RealPlan[],
): ReadonlyMap<string, readonly RealPlan[]> => {
  const near = new Map<string, RealPlan[]>(loose.map(({ root }) => [root, []]));
  for (const plan of plans) {
    const { layout } = plan;
    const roots = new Set(layout.roots);
    for (let folder = layout.folder, below = ''; folder !== below; folder = parentUri(folder)) {
      roots.add(folder);
      below = folder;
    }
    for (const root of roots) near.get(root)?.push(plan);
  }
  return near;
};

/** The one plan that is meant; of several with the same name the nearest. */
const ownerOf = (
  file: LooseFile,
  facts: EvidenceFacts,
  candidates: readonly RealPlan[],
): RealPlan | undefined => {
  const named =
    facts.planName === undefined ? planOfSubplan(facts, candidates) : namesake(facts.planName, candidates);
  if (named || facts.planName !== undefined) return named;
  // a name without a plan's in a folder that only one plan uses, and a header that says which achievement
  const users = candidates.filter(({ layout }) => layout.roots.includes(file.root));
  return file.isBare && users.length === 1 && facts.headerIds.length > 0 ? users[0] : undefined;
};

const namesake = (name: string, candidates: readonly RealPlan[]): RealPlan | undefined =>
  nearest(candidates.filter(({ layout }) => sameName(layout.name, name)));

const planOfSubplan = ({ subplan }: EvidenceFacts, candidates: readonly RealPlan[]): RealPlan | undefined =>
  subplan === undefined
    ? undefined
    : nearest(candidates.filter(({ layout }) => readWorkName(`${subplan}.md`, layout) !== undefined));

/** The plan right below a shared folder before those deeper down; two of the same depth leave it open. */
const nearest = (plans: readonly RealPlan[]): RealPlan | undefined => {
  const [first, second] = [...plans].sort((one, other) => depthOf(one) - depthOf(other));
  return first && second && depthOf(first) === depthOf(second) ? undefined : first;
};

const depthOf = ({ layout }: RealPlan): number => layout.folder.split('/').length;
