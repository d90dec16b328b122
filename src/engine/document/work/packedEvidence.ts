import { createIntern } from '../../../shared/interned';
import { ownText } from '../../../shared/ownText';
import type {
  ClaimedStatus,
  EvidenceFacts,
  HeaderId,
  PlaceholderCount,
  StatusClaim,
  WorkOutline,
  WorkProgress,
} from '../../facts/workFacts';
import { type LineIndex, span } from '../../model/text';

const CLAIMS: readonly ClaimedStatus[] = ['other', 'not_started', 'complete'];
const NO_IDS: readonly HeaderId[] = [];
/** Of the plan's name and ids, which every document of a plan repeats. */
const intern = createIntern();

/**
 * {@link EvidenceFacts} in a third of the memory, for there may be tens of thousands: places are numbers, and their
 * objects are made when asked for. Being a class, it must not be spread.
 */
export class PackedEvidence implements EvidenceFacts {
  readonly planName;
  readonly showsWork;
  readonly placeholders: PlaceholderCount;
  readonly progress: WorkProgress;
  readonly spent;
  readonly lines: LineIndex;
  /** What few headers say; most have neither. */
  readonly #names:
    | { readonly subplan: string | undefined; readonly previous: string | undefined }
    | undefined;
  /** The only id of the header, which most have; else it is among the others. */
  readonly #id: string | undefined;
  readonly #idStart: number;
  readonly #others: readonly HeaderId[];
  /** `first` and `last` as places in {@link CLAIMS}, of which there are less than four; -1 without a claim. */
  readonly #claim: number;
  readonly #claimStart: number;
  readonly #claimEnd: number;
  readonly #headStart: number;
  readonly #headEnd: number;
  readonly #headings: number;
  /** Sections, and above them whether the outline is uncertain, and whether there is anything. */
  readonly #sections: number;

  constructor(facts: EvidenceFacts) {
    const { headerIds, claim, outline } = facts;
    this.planName = facts.planName === undefined ? undefined : intern(ownText(facts.planName));
    this.showsWork = facts.showsWork;
    this.placeholders = facts.placeholders;
    this.progress = facts.progress;
    this.spent = facts.spent;
    this.lines = facts.lines;
    const { subplan, previous } = facts;
    if (subplan !== undefined || previous !== undefined) {
      this.#names = { subplan: ownText(subplan), previous: ownText(previous) };
    }
    const [only] = headerIds.length === 1 ? headerIds : [];
    this.#id = only && intern(ownText(only.id));
    this.#idStart = only?.span.start ?? 0;
    this.#others = only || headerIds.length === 0 ? NO_IDS : headerIds;
    this.#claim = claim ? CLAIMS.indexOf(claim.first) * 4 + CLAIMS.indexOf(claim.last) : -1;
    this.#claimStart = claim?.span.start ?? 0;
    this.#claimEnd = claim?.span.end ?? 0;
    this.#headStart = outline.head.start;
    this.#headEnd = outline.head.end;
    this.#headings = outline.headings;
    this.#sections = outline.sections | (outline.isUncertain ? UNCERTAIN : 0) | (outline.isBlank ? BLANK : 0);
  }

  get headerIds(): readonly HeaderId[] {
    if (this.#id === undefined) return this.#others;
    return [{ id: this.#id, span: span(this.#idStart, this.#idStart + this.#id.length) }];
  }

  get subplan(): string | undefined {
    return this.#names?.subplan;
  }

  get previous(): string | undefined {
    return this.#names?.previous;
  }

  get claim(): StatusClaim | undefined {
    const first = CLAIMS[this.#claim >> 2];
    const last = CLAIMS[this.#claim & 3];
    return first && last && { first, last, span: span(this.#claimStart, this.#claimEnd) };
  }

  get outline(): WorkOutline {
    return {
      head: span(this.#headStart, this.#headEnd),
      headings: this.#headings,
      isUncertain: (this.#sections & UNCERTAIN) !== 0,
      isBlank: (this.#sections & BLANK) !== 0,
      sections: this.#sections & ~(UNCERTAIN | BLANK),
    };
  }
}

/** Above all bits of sections. */
const UNCERTAIN = 1 << 16;
const BLANK = 1 << 17;
