import type { Pace } from '../../shared/pace';
import { ArchiveReader } from '../join/archive';
import type { JoinedPrps } from '../join/joinBatches';
import type { LooseFolder } from '../join/looseFiles';
import { emptyLayout, LayoutReader, type WorkspaceLayout } from '../join/planFiles';
import type { ParentPlan } from '../model/parent';
import { lookAlikeFinding, nowhereFinding } from '../rule/work/strayDocument';
import type { Snapshot } from '../snapshot';
import { BuildPass } from './buildPass';
import { type DocumentStore, linesOf } from './documents';
import type { FolderIndex } from './folderIndex';
import type { KnownPlan } from './knownPlan';
import { PlansTogether } from './plansTogether';
import { portionsOf } from './portions';
import { documentFindings } from './prpDocuments';
import type { PrpKnowledge } from './prpKnowledge';
import { createSnapshot } from './snapshot';
import { unreadableFinding } from './unreadable';

export interface BuildResult {
  readonly snapshot: Snapshot;
  /** Documents that are needed but not read yet: read them and build again. */
  readonly missing: readonly string[];
  /** False when the result equals the one before. */
  readonly changed: boolean;
}

/**
 * Builds snapshots; what did not change since the one before is not worked out again. A plan is in none before all of
 * its documents are read, or as it was before they had to be read again.
 */
export class SnapshotBuilder {
  readonly #index: FolderIndex;
  readonly #documents: DocumentStore;
  readonly #knowledge: PrpKnowledge;
  readonly #layouts = new LayoutReader();
  readonly #archives = new ArchiveReader();
  readonly #together = new PlansTogether();
  #layout: WorkspaceLayout = emptyLayout;
  /** Versions of the folder index that were laid out, and built. */
  #laidOut = -1;
  #built = -1;
  #last: BuildResult | undefined;
  #remembered = new Map<string, KnownPlan>();
  /** True when plans were built since the last snapshot. */
  #isAhead = false;
  #unreadable: readonly string[] = [];
  /** What the files named like PRPs came to, and what was known of them besides their texts. */
  #prps: JoinedPrps | undefined;
  #known = 0;
  #nowhere: readonly LooseFolder[] = [];
  #parents: readonly ParentPlan[] = [];
  #lookAlikes: readonly (readonly string[])[] = [];
  /** Counts passes over the whole workspace: what was begun before one is out of date after it. */
  #runs = 0;

  constructor(index: FolderIndex, documents: DocumentStore, knowledge: PrpKnowledge) {
    this.#index = index;
    this.#documents = documents;
    this.#knowledge = knowledge;
  }

  /** Every file that is named like a PRP, ignored ones included. */
  get prps(): readonly string[] {
    return this.#layout.prps.map(({ uri }) => uri);
  }

  build(): BuildResult {
    const touched = this.#documents.takeChanged();
    const sameFiles = this.#built === this.#index.version && this.#known === this.#knowledge.version;
    if (this.#last && sameFiles && touched.size === 0 && !this.#isAhead) {
      return { ...this.#last, changed: false };
    }
    this.#layOut();
    this.#built = this.#laidOut;
    this.#known = this.#knowledge.version;
    this.#last = this.#run(touched);
    return this.#last;
  }

  /** Looks through new folders ahead of {@link build}, where there are many. */
  async layOutAhead(pace: Pace): Promise<void> {
    const { version, folders } = this.#index;
    if (this.#laidOut === version) return;
    const layout = await this.#layouts.readAhead(folders, pace);
    if (this.#index.version !== version) return;
    this.#layout = layout;
    this.#laidOut = version;
  }

  /** The parts that can be built alone, what is open in an editor first. */
  portions(): readonly WorkspaceLayout[] {
    this.#layOut();

    const isOpen = ({ plans }: WorkspaceLayout): boolean =>
      plans.some(({ uri }) => this.#documents.openText(uri) !== undefined);
    const portions = portionsOf(this.#layout);
    return [...portions.filter(isOpen), ...portions.filter((each) => !isOpen(each))];
  }

  /**
   * Builds the plans of a portion ahead of {@link build}, with room for others in between. Answers with the documents
   * that have to be read first.
   */
  async prepare(portion: WorkspaceLayout, pace: Pace): Promise<readonly string[]> {
    const runs = this.#runs;
    const ahead = this.#pass(this.#documents.changed);
    for (const _step of ahead.steps(portion)) await pace();
    const isOutdated = runs !== this.#runs;
    const pass = isOutdated ? this.#pass(this.#documents.changed) : ahead;
    if (isOutdated) pass.run(portion);
    for (const [key, plan] of pass.remembered) {
      this.#remembered.set(key, plan);
      for (const uri of plan.built.documents) this.#documents.forgetChange(uri);
    }
    this.#isAhead ||= pass.changed;
    return [...pass.missing];
  }

  /** What is built so far; plans that are not read yet are missing. */
  soFar(): Snapshot {
    return this.#freeze([...this.#remembered.values()], false);
  }

  #layOut(): void {
    if (this.#laidOut !== this.#index.version) this.#layout = this.#layouts.read(this.#index.folders);
    this.#laidOut = this.#index.version;
  }

  #pass(touched: ReadonlySet<string>): BuildPass {
    return new BuildPass(
      this.#documents,
      this.#index,
      this.#archives,
      this.#remembered,
      touched,
      this.#knowledge,
    );
  }

  #run(touched: ReadonlySet<string>): BuildResult {
    this.#runs++;
    const pass = this.#pass(touched);
    pass.run(this.#layout);
    const unreadable = [...pass.unreadable].sort();
    const missing = [...pass.missing];
    const changed =
      this.#isAhead ||
      pass.changed ||
      this.#remembered.size !== pass.remembered.size ||
      this.#prps !== pass.prps ||
      unreadable.join() !== this.#unreadable.join() ||
      urisIn(pass.nowhere) !== urisIn(this.#nowhere) ||
      !areSame(pass.parents, this.#parents) ||
      this.#layout.lookAlikes.join() !== this.#lookAlikes.join();
    this.#isAhead = false;
    this.#remembered = pass.remembered;
    this.#unreadable = unreadable;
    this.#prps = pass.prps;
    this.#nowhere = pass.nowhere;
    this.#parents = pass.parents;
    this.#lookAlikes = this.#layout.lookAlikes;
    if (this.#last && !changed) return { ...this.#last, missing, changed };
    return { snapshot: this.#freeze([...pass.remembered.values()], true), missing, changed };
  }

  #freeze(plans: readonly KnownPlan[], isComplete: boolean): Snapshot {
    const { built, findings } = this.#together.look(
      plans.map((each) => each.built),
      this.#parents,
    );
    const linesOfDocument = (uri: string) => linesOf(this.#documents.get(uri));
    const others = [
      ...this.#unreadable.map(unreadableFinding),
      ...this.#nowhere.map(nowhereFinding),
      ...this.#lookAlikes.map(lookAlikeFinding),
      ...documentFindings(this.#prps?.documents ?? []),
      ...findings,
    ];
    return createSnapshot({ built, parents: this.#parents, others, linesOf: linesOfDocument, isComplete });
  }
}

const areSame = (some: readonly ParentPlan[], others: readonly ParentPlan[]): boolean =>
  some.length === others.length && some.every(({ facts }, at) => facts === others[at]?.facts);

const urisIn = (folders: readonly LooseFolder[]): string =>
  folders.flatMap(({ files }) => files.map(({ uri }) => uri)).join();
