import { withoutGaps } from '../../../shared/withoutGaps';
import type { IdReference, Located } from '../../facts/parallelFacts';
import type { Effort } from '../../model/effort';
import { readEffort } from '../estimate/effort';
import { JsonCursor } from '../json/jsonSource';
import type { StatingKeys } from './parallelKeys';
import type { FileIds } from './parallelText';

/** Reads the estimates of one document: they are few different ones. */
export type EffortOf = (value: unknown) => Effort | undefined;

export const effortReader = (): EffortOf => {
  const efforts = new Map<string | number, Effort | undefined>();
  return (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    if (!efforts.has(value)) efforts.set(value, readEffort(value));
    return efforts.get(value);
  };
};

/** A text of the file, as the facts hand it out. Being a class, it must not be spread. */
class Reference extends JsonCursor implements IdReference {
  readonly value: string;

  constructor(value: string, json: unknown, parent: JsonCursor, step: Step) {
    super(json, parent, step);
    this.value = value;
  }

  get wasString() {
    return typeof this.json === 'string';
  }
}

/** A member that is a string, with its place; undefined for anything else. */
export const located = (parent: JsonCursor, key: string): Located | undefined => {
  const json = parent.object?.[key];
  return typeof json === 'string' ? new Reference(json, json, parent, key) : undefined;
};

type Step = string | number;

/** The id that is found in `parent` at `step`, as it is written, blanks aside: the number `1.10` stays `1.10`. */
export const idText = (json: unknown, parent: JsonCursor, step: Step): string | undefined => {
  if (typeof json === 'string') return json.trim();
  return typeof json === 'number' ? new JsonCursor(json, parent, step).raw : undefined;
};

/** A member that is an id, with its place; undefined for what cannot be one. */
export const reference = (parent: JsonCursor, key: string): IdReference | undefined =>
  referenceAt(parent.object?.[key], parent, key);

/** What names an achievement in an object, the usual key first. */
export const ID_KEYS = ['achievement_id', 'id', 'achievementId', 'achievement', 'Id', 'ID'] as const;

export const referenceAt = (json: unknown, parent: JsonCursor, step: Step): Reference | undefined => {
  const id = idText(json, parent, step);
  return id === undefined ? undefined : new Reference(id, json, parent, step);
};

const NONE: readonly never[] = [];

/** The texts and numbers of a list that is found in `parent`, or what stands in place of one; an empty string says nothing. */
export const references = (json: unknown, parent: JsonCursor, key: string): readonly IdReference[] => {
  if (!Array.isArray(json)) {
    const one = referenceAt(json, parent, key);
    return one && one.value !== '' ? [one] : NONE;
  }
  if (json.length === 0) return NONE;
  const list = new JsonCursor(json, parent, key);
  return withoutGaps(json.map((element, at) => referenceAt(element, list, at)));
};

/** What all achievements of a file are read with. */
export interface FileReading {
  readonly effortOf: EffortOf;
  readonly keysOf: (object: object) => StatingKeys;
  readonly ids: FileIds;
}

/** The objects of a list; undefined for anything but a list. */
export const objectsIn = (cursor: JsonCursor): readonly JsonCursor[] | undefined =>
  cursor.list?.map((_, at) => cursor.element(at)).filter(({ object }) => object !== undefined);
