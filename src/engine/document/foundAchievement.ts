import type { AchievementId, Field, FieldName } from '../model/achievement';
import { sliceOf, span } from '../model/text';
import { readDeliverablePaths } from './deliverablePaths';
import { readFields } from './fields';
import type { KeptText } from './keptText';
import type { AchievementFacts, StatedId } from './plan';
import type { FoundDefinition } from './planArea';
import { readStatedElements, readStatedIds } from './statedIds';

/** A word of every label in `fields.ts` that states dependencies: without one there is no such field. */
const STATES_DEPENDENCIES = /depend|block|require|prerequisite/i;

/** A definition with the lines that belong to it; what the lines say is read when first asked for. */
export class FoundAchievement implements AchievementFacts {
  readonly #kept: KeptText;
  readonly #found: FoundDefinition;
  readonly #lastLine: number;
  readonly #ids: readonly AchievementId[];
  #fields: readonly Field[] | undefined;
  #dependencies: readonly StatedId[] | undefined;
  #blocks: readonly StatedId[] | undefined;
  readonly #start: number;
  readonly #lineEnd: number;
  readonly #end: number;
  readonly mayStateDependencies;

  /** @param ids all ids of the plan in document order */
  constructor(kept: KeptText, found: FoundDefinition, lastLine: number, ids: readonly AchievementId[]) {
    const { text, scan } = kept;
    this.#kept = kept;
    this.#found = found;
    this.#lastLine = lastLine;
    this.#ids = ids;
    this.#start = scan.index.startOf(found.at);
    this.#lineEnd = this.#start + scan.textOf(found.at).length;
    this.#end = scan.index.startOf(lastLine) + scan.textOf(lastLine).length;
    this.mayStateDependencies = STATES_DEPENDENCIES.test(sliceOf(text, this.body));
  }

  get idSpan() {
    const { id, idStart } = this.#found.definition;
    return span(this.#start + idStart, this.#start + idStart + id.length);
  }

  get titleSpan() {
    const { titleStart, titleEnd } = this.#found.definition;
    return span(this.#start + titleStart, this.#start + titleEnd);
  }

  /** The line. */
  get definition() {
    return span(this.#start, this.#lineEnd);
  }

  get body() {
    return span(this.#start, this.#end);
  }

  get id() {
    return this.#found.definition.id;
  }

  get title() {
    return this.#found.definition.title || this.id;
  }

  get rawTitle() {
    return this.#found.definition.rawTitle;
  }

  get titleEffort() {
    return this.#found.definition.effort;
  }

  get line() {
    return this.#found.at + 1;
  }

  get priority() {
    return this.#found.priority;
  }

  says(letters: string): boolean {
    return sliceOf(this.#kept.text, this.body).includes(letters);
  }

  get fields() {
    this.#fields ??= readFields(this.#kept.scan, this.#found.at + 1, this.#lastLine);
    return this.#fields;
  }

  get dependencies() {
    this.#dependencies ??= this.#stated('dependencies');
    return this.#dependencies;
  }

  /** Forgets what is quickly read again and holds on to the text. */
  putAway(): void {
    this.#fields = undefined;
  }

  get blocks() {
    this.#blocks ??= this.#stated('blocks');
    return this.#blocks;
  }

  get statedElements() {
    return this.#statingFields(['dependencies', 'blocks']).flatMap((field) =>
      readStatedElements(this.#kept.text, field, (offset) => this.#isHidden(offset)),
    );
  }

  deliverablePaths() {
    return readDeliverablePaths(this.#kept.text, this.fields, (offset) => this.#isHidden(offset));
  }

  #stated(name: 'dependencies' | 'blocks'): readonly StatedId[] {
    const context = { own: this.id, all: this.#ids };
    return this.#statingFields([name]).flatMap((field) =>
      readStatedIds(this.#kept.text, field, (offset) => this.#isHidden(offset), context),
    );
  }

  #statingFields(names: readonly FieldName[]): readonly Field[] {
    return this.mayStateDependencies ? this.fields.filter(({ name }) => names.includes(name)) : [];
  }

  #isHidden(offset: number): boolean {
    const { kinds, index } = this.#kept.scan;
    return kinds[index.lineAt(offset)] === 'hidden';
  }
}
