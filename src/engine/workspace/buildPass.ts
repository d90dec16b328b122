import { groupBy } from '../../shared/groupBy';
import { analysePlan } from '../graph/analyse';
import type { ArchiveReader } from '../join/archive';
import type { EvidenceFile } from '../join/evidenceFiles';
import type { JoinedPrps, ReadPrp } from '../join/joinBatches';
import { joinLonelyParallel, joinPlan } from '../join/joinPlan';
import type { LooseFile, LooseFolder } from '../join/looseFiles';
import type { ReadEvidence } from '../join/matchEvidence';
import type { PlanLayout, WorkspaceLayout } from '../join/planFiles';
import { type RealPlan, SharedRoots } from '../join/sharing';
import { possibleCopies } from '../join/standing';
import { assignLoose } from '../join/whose';
import { parentNameOf } from '../model/fileName';
import type { ParentPlan } from '../model/parent';
import type { ParallelDocument, Plan } from '../model/plan';
import { nameOf } from '../model/uri';
import type { Finding } from '../rule/finding';
import { findingsByRule } from '../rule/rules';
import type { DocumentFacts, DocumentStore } from './documents';
import type { FolderIndex } from './folderIndex';
import { placeOf } from './foldersAround';
import { frontMatterFindings } from './frontMatter';
import { type KnownPlan, stillHolds } from './knownPlan';
import { createPathLookup, type PathLookup } from './pathLookup';
import type { PrpKnowledge } from './prpKnowledge';
import { type BuiltPlan, groupByDocument } from './snapshot';

interface BuildOptions {
  /** False for what is checked but not shown as a plan. */
  readonly isShown: boolean;
  /** Findings that were made while the documents were read. */
  readonly findings?: () => readonly Finding[];
  readonly lookup?: PathLookup;
  /** Documents whose contents have to be compared. */
  readonly compared?: () => readonly string[];
}

/** What lies around a plan that is joined. */
interface Surroundings {
  readonly neighbours: readonly RealPlan[];
  readonly shared: SharedRoots;
  /** What its header makes the plan's. */
  readonly led: readonly EvidenceFile[];
  readonly strays: readonly LooseFile[];
}

const NONE: readonly never[] = [];

/** Work that may rest wherever it yields. */
type Steps<T = void> = Generator<undefined, T>;

type Of<K extends DocumentFacts['kind']> = Extract<DocumentFacts, { kind: K }>;

/** One pass over the workspace: joins and analyses the plans that changed, takes the others as they were. */
export class BuildPass {
  readonly remembered = new Map<string, KnownPlan>();
  /** Documents that are needed but not read yet. */
  readonly missing = new Set<string>();
  /** PLAN, parallel.json and PRP files without readable text. */
  readonly unreadable = new Set<string>();
  /** Files that look like evidence and belong nowhere, by folder. */
  nowhere: readonly LooseFolder[] = NONE;
  /** GRAMMAPLANs and NORTH_STARs. */
  parents: readonly ParentPlan[] = NONE;
  /** True when a plan is new or another one than before. */
  changed = false;
  readonly #documents: DocumentStore;
  readonly #index: FolderIndex;
  readonly #archives: ArchiveReader;
  readonly #before: ReadonlyMap<string, KnownPlan>;
  readonly #touched: ReadonlySet<string>;
  readonly #knowledge: PrpKnowledge;
  /** What the files named like PRPs came to; undefined where there are none. */
  prps: JoinedPrps | undefined;

  /** @param touched documents that were read or forgotten since the pass before */
  constructor(
    documents: DocumentStore,
    index: FolderIndex,
    archives: ArchiveReader,
    before: ReadonlyMap<string, KnownPlan>,
    touched: ReadonlySet<string>,
    knowledge: PrpKnowledge,
  ) {
    this.#documents = documents;
    this.#index = index;
    this.#archives = archives;
    this.#before = before;
    this.#touched = touched;
    this.#knowledge = knowledge;
  }

  /** Leaves the plans in {@link remembered}. */
  run(layout: WorkspaceLayout): void {
    const steps = this.steps(layout);
    while (!steps.next().done);
  }

  /** What {@link run} does, in steps of a few milliseconds. */
  *steps(layout: WorkspaceLayout): Steps {
    const plans = layout.plans.flatMap((each): readonly RealPlan[] => {
      const facts = this.#get('plan', each.uri)?.facts;
      return facts?.isPlan ? [{ ...this.#archives.read(layout.folders, each, facts), facts }] : NONE;
    });
    const shared = new SharedRoots(plans);
    const neighbours = groupBy(plans, (plan) => plan.layout.folder);
    const lonely = layout.parallels.filter(({ folder }) => !neighbours.has(folder));
    const loose = assignLoose(layout.loose, plans, (uri) => this.#get('evidence', uri)?.facts);
    this.nowhere = loose.nowhere;
    for (const plan of plans) {
      const { uri, folder } = plan.layout;
      yield* this.#plan(plan, {
        neighbours: neighbours.get(folder) ?? NONE,
        shared,
        led: loose.byPlan.get(uri) ?? NONE,
        strays: loose.strays.get(uri) ?? NONE,
      });
    }
    for (const { uri } of lonely) yield* this.#lonely(uri);
    yield* this.#batches(layout);
    this.parents = [...layout.parents].sort().flatMap((uri): readonly ParentPlan[] => {
      const named = parentNameOf(nameOf(uri));
      const document = named && this.#get('parent', uri);
      return document ? [{ uri, ...named, facts: document.facts }] : NONE;
    });
  }

  #get<K extends DocumentFacts['kind']>(kind: K, uri: string): Of<K> | undefined {
    const document = this.#documents.get(uri);
    if (!document) this.missing.add(uri);
    else if (document.kind === 'unreadable' && kind !== 'evidence') this.unreadable.add(uri);
    return document?.kind === kind ? (document as Of<K>) : undefined;
  }

  *#plan(plan: RealPlan, { neighbours, shared, led, strays }: Surroundings): Steps {
    const { layout, archive } = plan;
    const around = [...neighbours, ...shared.usersWith(plan)].map(({ facts }) => facts);
    const files = led.length > 0 ? [...layout.evidence, ...led] : layout.evidence;
    const documents = (): readonly string[] => [
      layout.uri,
      ...layout.parallels,
      ...[...files, ...strays].map(({ uri }) => uri),
    ];
    const lookup = createPathLookup(this.#index, layout.uri);
    const placed = placeOf(this.#index, layout.folder, layout.name);
    const join = (): Plan => {
      const evidence = files.flatMap((file): readonly ReadEvidence[] => {
        const read = this.#get('evidence', file.uri);
        if (!read) return NONE;
        const { facts, print } = read;
        return [print === undefined ? { file, facts } : { file, facts, print }];
      });
      const parallel = this.#parallelFor(layout, neighbours);
      const sharing = shared.sharingOf(plan);
      const joined = joinPlan({ layout, facts: plan.facts, parallel, evidence, strays, sharing, archive });
      return { ...joined, isMissing: lookup.isMissing, placed };
    };
    const inputs = [layout, archive, placed?.uri, ...around, ...led, ...strays];
    const compared = () => possibleCopies(files);
    yield* this.#remember(layout.uri, inputs, documents, join, { isShown: true, lookup, compared });
  }

  /** The parallel.json that names the plan; without one that names any plan here, the first plan takes it. */
  #parallelFor(layout: PlanLayout, neighbours: readonly RealPlan[]): ParallelDocument | undefined {
    const read = layout.parallels.flatMap((uri): readonly ParallelDocument[] => {
      const document = this.#get('parallel', uri);
      return document ? [{ uri, facts: document.facts }] : [];
    });
    if (neighbours.length < 2) return read[0];
    const names = new Set(neighbours.map((each) => each.layout.name));
    const nameOf = ({ facts }: ParallelDocument): string | undefined =>
      facts.planName?.value.replace(/^PLAN_|\.md$/g, '');
    const named = read.find((each) => nameOf(each) === layout.name);
    const isFirst = neighbours[0]?.layout === layout;
    return named ?? (isFirst ? read.find((each) => !names.has(nameOf(each) ?? '')) : undefined);
  }

  *#lonely(uri: string): Steps {
    const facts = this.#get('parallel', uri)?.facts;
    if (!facts) return;
    const documents = (): readonly string[] => [uri];
    yield* this.#remember(uri, [facts], documents, () => joinLonelyParallel({ uri, facts }), {
      isShown: false,
    });
  }

  *#batches(layout: WorkspaceLayout): Steps {
    const wanted = layout.prps.filter(({ uri }) => !this.#knowledge.isIgnored(uri));
    const prps = wanted.flatMap(({ uri }): readonly ReadPrp[] => {
      const document = this.#get('prp', uri);
      return document ? [{ uri, facts: document.facts }] : [];
    });
    if (prps.length === 0) return;
    const joined = this.#knowledge.join(prps);
    this.prps = joined;
    const inputs = [joined];
    for (const batch of joined.plans) {
      const documents = (): readonly string[] => batch.achievements.map(({ uri }) => uri);
      const placed = placeOf(this.#index, batch.folders.root, batch.name);
      const join = (): Plan => ({ ...batch, placed });
      yield* this.#remember(batch.uri, [placed?.uri, ...inputs], documents, join, {
        isShown: true,
        findings: () => {
          const own = new Set(documents());
          return prps.filter(({ uri }) => own.has(uri)).flatMap(frontMatterFindings);
        },
      });
    }
  }

  *#remember(
    key: string,
    inputs: readonly unknown[],
    documents: () => readonly string[],
    join: () => Plan,
    { isShown, findings, lookup, compared }: BuildOptions = { isShown: true },
  ): Steps {
    const before = this.#before.get(key);
    if (before && stillHolds(before, inputs, this.#touched)) {
      this.remembered.set(key, before);
      return;
    }
    const all = documents();
    if (this.#lacksAny(all, compared?.() ?? NONE)) {
      if (before) this.remembered.set(key, { ...before, isWhole: false });
      return;
    }
    const built = yield* this.#built(join(), new Set(all), isShown, findings?.() ?? []);
    this.remembered.set(key, { built, inputs, isWhole: true, lookup });
    this.changed = true;
  }

  #lacksAny(uris: readonly string[], compared: readonly string[]): boolean {
    const unread = [
      ...uris.filter((uri) => !this.#documents.get(uri)),
      ...compared.filter((uri) => !this.#documents.keepsPrint(uri)),
    ];
    for (const uri of unread) this.missing.add(uri);
    return unread.length > 0;
  }

  *#built(
    plan: Plan,
    documents: ReadonlySet<string>,
    isShown: boolean,
    others: readonly Finding[],
  ): Steps<BuiltPlan> {
    yield;
    const analysed = analysePlan(plan);
    const schema = plan.parallel ? (this.#get('parallel', plan.parallel.uri)?.schema ?? []) : [];
    const found = [schema, others];
    for (const some of findingsByRule(analysed)) {
      found.push(some);
      yield;
    }
    const findings = groupByDocument(found.flat());
    // what it says of others is asked for in every snapshot, and read best while its text is at hand
    if (plan.facts?.planMentions() && plan.facts.parents()) yield;
    if (this.#documents.keepsSmall(plan.uri)) plan.facts?.putAway();
    if (plan.parallel && this.#documents.keepsSmall(plan.parallel.uri)) plan.parallel.facts.putAway();
    return { plan: analysed, findings, documents, isShown };
  }
}
