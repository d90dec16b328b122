import { fingerprint } from '../../shared/fingerprint';
import { breathe, type Pace } from '../../shared/pace';
import { type JsonSource, readJsonSource } from '../document/json/jsonSource';
import { parallelFacts } from '../document/parallel/parallelFile';
import { readParentPlan } from '../document/parent/parentPlan';
import { readPlan } from '../document/plan/plan';
import { readPrp } from '../document/prp/prp';
import { isPrpName } from '../document/prp/prpName';
import { readEvidence } from '../document/work/evidence';
import type { ParallelFacts } from '../facts/parallelFacts';
import type { ParentFacts } from '../facts/parentFacts';
import type { PlanFacts } from '../facts/planFacts';
import type { PrpFacts } from '../facts/prpFacts';
import type { EvidenceFacts } from '../facts/workFacts';
import type { FileSystem } from '../files';
import { isEvidenceName, PARALLEL_NAMES, parentNameOf, planNameOf } from '../model/fileName';
import type { LineIndex } from '../model/text';
import { nameOf } from '../model/uri';
import type { Finding } from '../rule/finding';

/** A document that was read; `unreadable` ones are gone, binary or too large. */
export type DocumentFacts =
  | { readonly kind: 'plan'; readonly facts: PlanFacts }
  | { readonly kind: 'parallel'; readonly facts: ParallelFacts; readonly schema: readonly Finding[] }
  | {
      readonly kind: 'evidence';
      readonly facts: EvidenceFacts;
      /** Equal for equal texts, line ends aside; only where somebody asked for it. */
      readonly print: string | undefined;
    }
  | { readonly kind: 'prp'; readonly facts: PrpFacts }
  | { readonly kind: 'parent'; readonly facts: ParentFacts }
  | { readonly kind: 'unreadable' };

export type DocumentKind = Exclude<DocumentFacts['kind'], 'unreadable'>;

/** What a file is, by its name; undefined for files the engine has no business with. */
export const kindOf = (uri: string): DocumentKind | undefined => {
  const name = nameOf(uri);
  if (PARALLEL_NAMES.includes(name)) return 'parallel';
  if (planNameOf(name) !== undefined) return 'plan';
  if (isPrpName(name)) return 'prp';
  if (parentNameOf(name)) return 'parent';
  return isEvidenceName(name) ? 'evidence' : undefined;
};

export const linesOf = (document: DocumentFacts | undefined): LineIndex | undefined =>
  document && document.kind !== 'unreadable' ? document.facts.lines : undefined;

/** A plan's rules ask for its lines again and again: they are put away with the rest of it when it is built. */
const isPlan = (document: DocumentFacts | undefined): boolean =>
  document?.kind === 'plan' && document.facts.isPlan;

/** Validates parallel.json against the schema; given where nobody else does it. */
export type SchemaCheck = (uri: string, source: JsonSource) => readonly Finding[];

/** How many files are read at the same time. */
const READS_AT_ONCE = 64;

/** Facts of every document that was needed so far, one reading per text. */
export class DocumentStore {
  readonly #files: FileSystem;
  readonly #checkSchema: SchemaCheck | undefined;
  readonly #isLongLived: boolean;
  readonly #read = new Map<string, DocumentFacts>();
  readonly #stale = new Set<string>();
  readonly #open = new Map<string, string>();
  /** Documents that are compared with others. */
  readonly #compared = new Set<string>();
  #changed = new Set<string>();

  /** @param isLongLived the process stays: what nobody looks at is kept small */
  constructor(files: FileSystem, checkSchema: SchemaCheck | undefined, isLongLived: boolean) {
    this.#files = files;
    this.#checkSchema = checkSchema;
    this.#isLongLived = isLongLived;
  }

  /** The documents that were read or forgotten since {@link takeChanged}. */
  get changed(): ReadonlySet<string> {
    return this.#changed;
  }

  /** The documents that were read, unless they are open. */
  uris(): readonly string[] {
    return [...this.#read.keys()].filter((uri) => !this.#open.has(uri));
  }

  forgetChange(uri: string): void {
    this.#changed.delete(uri);
  }

  /** True for a document whose text is of no use now that it was read. */
  keepsSmall(uri: string): boolean {
    return this.#isLongLived && !this.#open.has(uri);
  }

  /** The documents that were read or forgotten since this was asked last. */
  takeChanged(): ReadonlySet<string> {
    const changed = this.#changed;
    if (changed.size > 0) this.#changed = new Set();
    return changed;
  }

  get(uri: string): DocumentFacts | undefined {
    return this.#read.get(uri);
  }

  /**
   * From now on the contents of a document can be compared with those of others. False where it was read already and
   * has to be read once more.
   */
  keepsPrint(uri: string): boolean {
    this.#compared.add(uri);
    const document = this.#read.get(uri);
    return document !== undefined && (document.kind !== 'evidence' || document.print !== undefined);
  }

  /** Documents whose file changed since they were read. */
  get stale(): Iterable<string> {
    return this.#stale;
  }

  openText(uri: string): string | undefined {
    return this.#open.get(uri);
  }

  /** Reads `text` in place of the file. */
  open(uri: string, text: string): void {
    if (this.#open.get(uri) === text) return;
    this.#open.set(uri, text);
    this.#stale.delete(uri);
    const facts = this.#factsOf(uri, text);
    this.#changed.add(uri);
    if (facts) this.#read.set(uri, facts);
    else this.#read.delete(uri);
  }

  /** Back to the file, which is read again. */
  close(uri: string): void {
    if (this.#open.delete(uri)) this.markChanged(uri);
  }

  /** The file's text may differ from what was read; the old facts serve until it was read again. */
  markChanged(uri: string): void {
    if (this.#read.has(uri) && !this.#open.has(uri)) this.#stale.add(uri);
  }

  /** Everything is read again, open texts too: what they say may depend on more than they. */
  markAllChanged(): void {
    for (const uri of this.#read.keys()) this.#stale.add(uri);
  }

  forget(uri: string): void {
    if (this.#open.has(uri)) return;
    if (this.#read.delete(uri)) this.#changed.add(uri);
    this.#stale.delete(uri);
  }

  /** Reads documents from their files (or open texts), some at a time. Never rejects for a file's sake. */
  async load(uris: readonly string[], pace?: Pace): Promise<void> {
    for (let at = 0; at < uris.length; at += READS_AT_ONCE) {
      await Promise.all(uris.slice(at, at + READS_AT_ONCE).map((uri) => this.#loadOne(uri, pace)));
    }
  }

  async #loadOne(uri: string, pace: Pace | undefined): Promise<void> {
    this.#stale.delete(uri);
    if (pace) await breathe(pace);
    const onDisk = this.#open.has(uri) ? undefined : await this.#files.read(uri);
    if (pace) await breathe(pace);
    const text = this.#open.get(uri) ?? onDisk;
    const facts = text === undefined ? undefined : this.#factsOf(uri, text);
    if (this.keepsSmall(uri) && !isPlan(facts)) linesOf(facts)?.putAway();
    this.#changed.add(uri);
    this.#read.set(uri, facts ?? { kind: 'unreadable' });
  }

  /** What an open PLAN said before the last keystroke; others have put their texts away. */
  #planBefore(uri: string): PlanFacts | undefined {
    const before = this.#open.has(uri) ? this.#read.get(uri) : undefined;
    return before?.kind === 'plan' ? before.facts : undefined;
  }

  #factsOf(uri: string, text: string): DocumentFacts | undefined {
    const kind = kindOf(uri);
    switch (kind) {
      case 'plan':
        return { kind, facts: readPlan(text, planNameOf(nameOf(uri)), this.#planBefore(uri)) };
      case 'parallel': {
        const source = readJsonSource(text);
        return { kind, facts: parallelFacts(source), schema: this.#checkSchema?.(uri, source) ?? [] };
      }
      case 'evidence':
        return {
          kind,
          facts: readEvidence(text),
          print: this.#compared.has(uri) ? fingerprint(text.replaceAll('\r\n', '\n')) : undefined,
        };
      case 'prp':
        return { kind, facts: readPrp(nameOf(uri), text) };
      case 'parent':
        return { kind, facts: readParentPlan(text) };
      case undefined:
        return undefined;
    }
  }
}
