import type { CrossPriorityDependency, IdReference, UnreadCrossing } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import type { Span } from '../../model/text';
import type { JsonCursor } from '../json/jsonSource';
import type { StatingKeys } from './parallelKeys';
import { ID_KEYS, objectsIn, reference } from './parallelValues';
import { statedReferences, wordsAt } from './statedReferences';

export interface Crossings {
  readonly found: readonly CrossPriorityDependency[];
  readonly unread: readonly UnreadCrossing[];
}

const FROM = ['from_achievement', 'from', 'source', 'dependent'] as const;
const TO = ['to_achievement', 'to', 'target', 'dependency'] as const;

/**
 * Reads a list of edges: `from` depends on `to`, and so `source` on `target`. An entry of the form of an achievement
 * (`{ "id": "1.4", "depends_on": ["1.1"] }`) is one edge for each id.
 */
export const readCrossings = (list: JsonCursor, keysOf: (object: object) => StatingKeys): Crossings => {
  const found: CrossPriorityDependency[] = [];
  const unread: UnreadCrossing[] = [];
  for (const object of objectsIn(list) ?? []) {
    const edges = edgesOf(object, keysOf);
    found.push(...edges.found);
    unread.push(...edges.unread);
  }
  return { found, unread };
};

const edgesOf = (object: JsonCursor, keysOf: (object: object) => StatingKeys): Crossings => {
  const [from, to] = [endOf(object, FROM), endOf(object, TO)];
  if (from && to) return { found: [new Crossing(from, to, object)], unread: [] };
  const own = from ?? endOf(object, ID_KEYS);
  const stated = statedReferences(object, keysOf(object.object ?? {}).dependencies, NO_IDS);
  const found = own ? stated.references.map((each) => new Crossing(own, each, each.whole ?? each)) : [];
  const isUnderstood =
    found.length > 0 ? stated.unread.length === 0 : Object.keys(object.object ?? {}).length === 0;
  return { found, unread: isUnderstood ? [] : [unreadAt(object, own?.value)] };
};

/** An edge names its ends, not ranges of a file. */
const NO_IDS = { all: () => [], titled: () => undefined };

const endOf = (object: JsonCursor, keys: readonly string[]): IdReference | undefined => {
  for (const key of keys) {
    const end = reference(object, key);
    if (end) return end;
  }
  return undefined;
};

const unreadAt = (object: JsonCursor, dependent: AchievementId | undefined): UnreadCrossing => {
  const words = wordsAt(object);
  return {
    dependent,
    text: words.text,
    get span() {
      return words.span;
    },
  };
};

class Crossing implements CrossPriorityDependency {
  readonly from: IdReference;
  readonly to: IdReference;
  readonly #place: { readonly span: Span };

  constructor(from: IdReference, to: IdReference, place: { readonly span: Span }) {
    this.from = from;
    this.to = to;
    this.#place = place;
  }

  get span(): Span {
    return this.#place.span;
  }
}
