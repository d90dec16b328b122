import { groupBy } from '../../shared/groupBy';
import type { Snapshot } from '../engine';
import { analysePlan } from '../graph/analyse';
import { joinBatches, type ReadPrp } from '../join/joinBatches';
import { joinLonelyParallel, joinPlan } from '../join/joinPlan';
import { type PlanLayout, readLayout, type WorkspaceLayout } from '../join/layout';
import type { ReadEvidence, Sharing } from '../join/matchEvidence';
import type { ParallelDocument, Plan } from '../model/plan';
import { findingsOfPlan } from '../rule/index';
import { type DocumentFacts, type DocumentStore, linesOf } from './documents';
import type { FolderIndex } from './folderIndex';
import { type BuiltPlan, createSnapshot } from './snapshot';
import { unreadableFinding } from './unreadable';

export interface BuildResult {
  readonly snapshot: Snapshot;
  /** Documents that are needed but not read yet: read them and build again. */
  readonly missing: readonly string[];
  /** False when the result equals the one before. */
  readonly changed: boolean;
}

type Of<K extends DocumentFacts['kind']> = Extract<DocumentFacts, { kind: K }>;

interface Remembered {
  readonly inputs: readonly unknown[];
  readonly built: BuiltPlan;
}

/** Builds snapshots; a plan none of whose documents changed is not joined or analysed again. */
export class SnapshotBuilder {
  readonly #index: FolderIndex;
  readonly #documents: DocumentStore;
  #layout: WorkspaceLayout = { plans: [], lonelyParallels: [], prps: [] };
  #indexVersion = -1;
  #documentsVersion = -1;
  #last: BuildResult | undefined;
  #remembered = new Map<string, Remembered>();
  #unreadable: readonly string[] = [];

  constructor(index: FolderIndex, documents: DocumentStore) {
    this.#index = index;
    this.#documents = documents;
  }

  build(): BuildResult {
    const before = this.#last;
    if (
      before &&
      this.#indexVersion === this.#index.version &&
      this.#documentsVersion === this.#documents.version
    ) {
      return { ...before, changed: false };
    }
    if (this.#indexVersion !== this.#index.version) this.#layout = readLayout(this.#index.folders);
    this.#indexVersion = this.#index.version;
    this.#documentsVersion = this.#documents.version;
    this.#last = this.#run(this.#layout, before);
    return this.#last;
  }

  #run(layout: WorkspaceLayout, before: BuildResult | undefined): BuildResult {
    const documents = this.#documents;
    const pass = new BuildPass(documents, this.#remembered);
    const built = pass.run(layout);
    const unreadable = [...pass.unreadable].sort();
    const missing = [...pass.missing];
    const changed =
      pass.changed ||
      this.#remembered.size !== pass.remembered.size ||
      unreadable.join() !== this.#unreadable.join();
    this.#remembered = pass.remembered;
    this.#unreadable = unreadable;
    if (before && !changed) return { ...before, missing, changed };
    const linesOfDocument = (uri: string) => linesOf(documents.get(uri));
    return {
      snapshot: createSnapshot(built, unreadable.map(unreadableFinding), linesOfDocument),
      missing,
      changed,
    };
  }
}

class BuildPass {
  readonly remembered = new Map<string, Remembered>();
  readonly missing = new Set<string>();
  /** PLAN, parallel.json and PRP files without readable text. */
  readonly unreadable = new Set<string>();
  changed = false;
  readonly #documents: DocumentStore;
  readonly #before: ReadonlyMap<string, Remembered>;

  constructor(documents: DocumentStore, before: ReadonlyMap<string, Remembered>) {
    this.#documents = documents;
    this.#before = before;
  }

  run(layout: WorkspaceLayout): readonly BuiltPlan[] {
    const plans = layout.plans.filter((plan) => this.#get('plan', plan.uri)?.facts.isPlan);
    const sharing = sharingOf(
      plans,
      (plan) => this.#get('plan', plan.uri)?.facts.achievements.map(({ id }) => id) ?? [],
    );
    const neighbours = groupBy(plans, ({ folder }) => folder);
    return [
      ...plans.map((plan) => this.#plan(plan, neighbours.get(plan.folder) ?? [], sharing(plan))),
      ...layout.lonelyParallels.flatMap((uri) => this.#lonely(uri)),
      ...this.#batches(layout),
    ];
  }

  #get<K extends DocumentFacts['kind']>(kind: K, uri: string): Of<K> | undefined {
    const document = this.#documents.get(uri);
    if (!document) this.missing.add(uri);
    else if (document.kind === 'unreadable' && kind !== 'evidence') this.unreadable.add(uri);
    return document?.kind === kind ? (document as Of<K>) : undefined;
  }

  #plan(layout: PlanLayout, neighbours: readonly PlanLayout[], sharing: Sharing): BuiltPlan {
    const plan = this.#get('plan', layout.uri);
    const parallel = this.#parallelFor(layout, neighbours);
    const evidence = layout.evidence.flatMap((file): readonly ReadEvidence[] => {
      const read = this.#get('evidence', file.uri);
      return read ? [{ file, facts: read.facts }] : [];
    });
    const inputs = [
      plan?.facts,
      parallel?.facts,
      layout.folders.root,
      neighbours.length,
      sharing.isAlone(layout.folders.root),
      ...evidence.map(({ facts }) => facts),
    ];
    return this.#remember(layout.uri, inputs, () => {
      if (!plan) throw new Error(`not read: ${layout.uri}`);
      const documents = [
        layout.uri,
        ...(parallel ? [parallel.uri] : []),
        ...layout.evidence.map(({ uri }) => uri),
      ];
      return this.#built(
        joinPlan({ layout, facts: plan.facts, parallel, evidence, sharing }),
        documents,
        true,
      );
    });
  }

  /** The parallel.json that names the plan; without one that names any plan here, the first plan takes it. */
  #parallelFor(layout: PlanLayout, neighbours: readonly PlanLayout[]): ParallelDocument | undefined {
    const read = layout.parallels.flatMap((uri): readonly ParallelDocument[] => {
      const document = this.#get('parallel', uri);
      return document ? [{ uri, facts: document.facts }] : [];
    });
    if (neighbours.length < 2) return read[0];
    const names = new Set(neighbours.map(({ name }) => name));
    const nameOf = ({ facts }: ParallelDocument): string | undefined =>
      facts.planName?.value.replace(/^PLAN_|\.md$/g, '');
    const named = read.find((each) => nameOf(each) === layout.name);
    return (
      named ?? (neighbours[0] === layout ? read.find((each) => !names.has(nameOf(each) ?? '')) : undefined)
    );
  }

  #lonely(uri: string): readonly BuiltPlan[] {
    const document = this.#get('parallel', uri);
    if (!document) return [];
    return [
      this.#remember(uri, [document.facts], () =>
        this.#built(joinLonelyParallel({ uri, facts: document.facts }), [uri], false),
      ),
    ];
  }

  #batches(layout: WorkspaceLayout): readonly BuiltPlan[] {
    const prps = layout.prps.flatMap(({ uri }): readonly ReadPrp[] => {
      const document = this.#get('prp', uri);
      return document ? [{ uri, facts: document.facts }] : [];
    });
    const inputs = prps.flatMap(({ uri, facts }) => [uri, facts]);
    return joinBatches(prps).map((batch) =>
      this.#remember(batch.uri, inputs, () =>
        this.#built(
          batch,
          batch.achievements.map(({ uri }) => uri),
          true,
        ),
      ),
    );
  }

  #built(plan: Plan, documents: readonly string[], isShown: boolean): BuiltPlan {
    const analysed = analysePlan(plan);
    const schema = plan.parallel ? (this.#get('parallel', plan.parallel.uri)?.schema ?? []) : [];
    return { plan: analysed, findings: [...schema, ...findingsOfPlan(analysed)], documents, isShown };
  }

  #remember(key: string, inputs: readonly unknown[], make: () => BuiltPlan): BuiltPlan {
    const before = this.#before.get(key);
    const same =
      before?.inputs.length === inputs.length && inputs.every((input, at) => input === before.inputs[at]);
    const entry = same && before ? before : { inputs, built: make() };
    if (entry !== before) this.changed = true;
    this.remembered.set(key, entry);
    return entry.built;
  }
}

/** Works out who shares an evidence root with whom, over the files that really are plans. */
const sharingOf = (
  plans: readonly PlanLayout[],
  idsOf: (plan: PlanLayout) => readonly string[],
): ((plan: PlanLayout) => Sharing) => {
  const users = new Map<string, Set<PlanLayout>>();
  for (const plan of plans) {
    for (const root of new Set([plan.folders.root, ...plan.evidence.map((file) => file.root)])) {
      users.set(root, (users.get(root) ?? new Set()).add(plan));
    }
  }
  return (plan) => ({
    planName: plan.name,
    isAlone: (root) => (users.get(root)?.size ?? 0) < 2,
    isContested: (root, id) =>
      [...(users.get(root) ?? [])].some((other) => other !== plan && idsOf(other).includes(id)),
  });
};
