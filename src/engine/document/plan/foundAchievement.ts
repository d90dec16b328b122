import type { AchievementFacts } from '../../facts/planFacts';
import type { StatedId, StatedWords } from '../../facts/stated';
import type { AchievementId } from '../../model/ids';
import { sliceOf, span } from '../../model/text';
import { mayHoldDoubtfulEffort } from '../estimate/effortLines';
import { fieldsBetween } from '../field/fields';
import type { KeptText } from '../markdown/keptText';
import type { LinesWithFields } from '../markdown/linesWithFields';
import type { FieldDirection } from '../stated/clause';
import type { PlanIds } from '../stated/planIds';
import { readStatingField, statedElementsOf, statedIdsOf, wordsAt } from '../stated/statedIds';
import type { StatedText } from '../stated/stating';
import { mayState, unreadField } from '../stated/unreadLabel';
import { mayHoldStatingLabel } from '../words/statingWords';
import type { Vocabulary } from '../words/vocabulary';
import { readDeliverableFiles, readDeliverablePaths } from './deliverablePaths';
import type { FoundDefinition } from './planArea';

/** What the fields for both say. */
interface Stated {
  readonly dependencies: readonly StatedId[];
  readonly blocks: readonly StatedId[];
  readonly words: StatedWords;
}

const NO_WORDS: StatedWords = { unread: [], unreadBlocks: [], notes: [] };
const NOTHING_STATED: Stated = { dependencies: [], blocks: [], words: NO_WORDS };

const statedIn = (
  text: string,
  dependencies: readonly StatedText[],
  blocks: readonly StatedText[],
  all: readonly AchievementId[],
): Stated => {
  const words = (read: readonly StatedText[], part: 'unread' | 'notes') => {
    const places = read.flatMap((each) => each[part]);
    return places.length === 0 ? NO_WORDS.notes : wordsAt(text, places);
  };
  const said = {
    unread: words(dependencies, 'unread'),
    unreadBlocks: words(blocks, 'unread'),
    notes: words([...dependencies, ...blocks], 'notes'),
  };
  return {
    dependencies: statedIdsOf(dependencies, all),
    blocks: statedIdsOf(blocks, all),
    words: Object.values(said).some(({ length }) => length > 0) ? said : NO_WORDS,
  };
};

/** A definition with the lines that belong to it; what the lines say is read when first asked for. */
export class FoundAchievement implements AchievementFacts {
  readonly #kept: KeptText;
  readonly #found: FoundDefinition;
  readonly #lastLine: number;
  readonly #ids: PlanIds;
  readonly #vocabulary: Vocabulary;
  #lines: LinesWithFields | undefined;
  #stated: Stated | undefined;
  readonly #start: number;
  readonly #lineEnd: number;
  readonly #end: number;
  #states: boolean | undefined;
  #mayDoubtEffort: boolean | undefined;

  /** @param before the same achievement in an earlier text: what is as it was there is not read again */
  constructor(
    kept: KeptText,
    found: FoundDefinition,
    lastLine: number,
    ids: PlanIds,
    vocabulary: Vocabulary,
    before?: AchievementFacts,
  ) {
    const { scan } = kept;
    this.#kept = kept;
    this.#found = found;
    this.#lastLine = lastLine;
    this.#ids = ids;
    this.#vocabulary = vocabulary;
    this.#start = scan.index.startOf(found.at);
    this.#lineEnd = this.#start + scan.textOf(found.at).length;
    this.#end = scan.index.startOf(lastLine) + scan.textOf(lastLine).length;
    if (before instanceof FoundAchievement && this.#isAs(before)) this.#states = before.#states;
  }

  /** Whether it has the same lines, read in the same way. */
  #isAs(before: FoundAchievement): boolean {
    const lines = this.#lastLine - this.#found.at;
    if (before.#vocabulary !== this.#vocabulary || before.#lastLine - before.#found.at !== lines)
      return false;
    if (before.#end - before.#start !== this.#end - this.#start) return false;
    if (sliceOf(before.#kept.text, before.body) !== sliceOf(this.#kept.text, this.body)) return false;
    const [own, others] = [this.#kept.scan.kinds, before.#kept.scan.kinds];
    for (let at = 0; at <= lines; at++) {
      if (own[this.#found.at + at] !== others[before.#found.at + at]) return false;
    }
    return true;
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
    return this.#read.fields;
  }

  get mayStateDependencies() {
    this.#states ??= mayHoldStatingLabel(this.#kept, this.body) && this.fields.some(mayState);
    return this.#states;
  }

  get mayDoubtEffort() {
    // asked anew with every change of the plan, when the text may be put away
    this.#mayDoubtEffort ??= mayHoldDoubtfulEffort(this.#kept, this.body);
    return this.#mayDoubtEffort;
  }

  get #read(): LinesWithFields {
    this.#lines ??= fieldsBetween(this.#kept.scan, this.#found.at + 1, this.#lastLine, this.#vocabulary);
    return this.#lines;
  }

  get dependencies() {
    return this.#readStated().dependencies;
  }

  /** Forgets what is quickly read again and holds on to the text. */
  putAway(): void {
    // what is asked of every plan must not bring the text back
    void this.mayStateDependencies;
    this.#lines = undefined;
  }

  get blocks() {
    return this.#readStated().blocks;
  }

  get statedElements() {
    return statedElementsOf([...this.#readStating('dependencies'), ...this.#readStating('blocks')]);
  }

  get statedWords() {
    return this.#readStated().words;
  }

  deliverableFiles() {
    return readDeliverableFiles(this.#kept.text, this.fields, (offset) => this.#isHidden(offset));
  }

  deliverablePaths() {
    return readDeliverablePaths(this.#kept.text, this.fields, (offset) => this.#isHidden(offset));
  }

  /** Reads the fields for both once: what they say is small, and asked for several times. */
  #readStated(): Stated {
    if (!this.mayStateDependencies) return NOTHING_STATED;
    this.#stated ??= statedIn(
      this.#kept.text,
      [...this.#readStating('dependencies'), ...this.#readOtherLabels()],
      this.#readStating('blocks'),
      this.#ids.all,
    );
    return this.#stated;
  }

  #readStating(direction: FieldDirection): readonly StatedText[] {
    if (!this.mayStateDependencies) return [];
    const isHidden = (offset: number): boolean => this.#isHidden(offset);
    const context = { own: this.id, ids: this.#ids, isHidden };
    return this.fields
      .filter(({ name }) => name === direction)
      .map((field) => readStatingField(this.#kept.text, field, direction, context));
  }

  /** Labels that nobody can tell the meaning of. */
  #readOtherLabels(): readonly StatedText[] {
    return this.fields.flatMap((field) => {
      const place = unreadField(this.#kept.text, field, this.id, this.#ids);
      return place ? [{ stated: [], unread: [place], notes: [], saysNone: false }] : [];
    });
  }

  #isHidden(offset: number): boolean {
    return this.#read.isHidden(offset);
  }
}
