import { groupBy } from '../../../shared/groupBy';
import { samePrp } from '../../document/prp/prpName';
import type { PrpReference } from '../../facts/prpFacts';
import { compareIds } from '../../model/ids';
import { nameOf } from '../../model/uri';
import type { PrpMember } from './identity';
import { outReason } from './member';

/** What a reference means: the files it names, or that several could be meant. */
export type Meant = readonly PrpMember[] | 'several';

/** Finds the PRPs that references name: those below the same PRPs folder first, then those of the workspace. */
export interface PrpIndex {
  byId(from: PrpMember, reference: Pick<PrpReference, 'id' | 'slug'>): Meant;
  /** A title, a slug, a name of a file or a letter. */
  byWords(from: PrpMember, words: string): Meant;
  /** From one to another, or all whose ids begin with one. */
  inRange(from: PrpMember, first: string, last: string | undefined): readonly PrpMember[];
}

/** @param all every file that is named like a PRP; documents can be named too */
export const createPrpIndex = (all: readonly PrpMember[]): PrpIndex => {
  const everywhere = new Names(all);
  const byRoot = new Map(
    [...groupBy(all, ({ place }) => place.root)].map(([root, members]) => [root, new Names(members)]),
  );
  const lookUp = (from: PrpMember, find: (names: Names) => readonly PrpMember[]): Meant => {
    const own = byRoot.get(from.place.root);
    const near = own ? find(own) : [];
    if (near.length > 0) return near;
    const far = find(everywhere);
    return new Set(far.map(({ place }) => place.root)).size > 1 ? 'several' : far;
  };
  return {
    byId: (from, { id, slug }) => lookUp(from, (names) => names.withId(id, slug)),
    byWords: (from, words) => {
      const meant = lookUp(from, (names) => names.called(words));
      return meant !== 'several' && meant.length > 1 ? 'several' : meant;
    },
    inRange: (from, first, last) => byRoot.get(from.place.root)?.between(first, last) ?? [],
  };
};

/** The names of some files: ids, the ids in their names and headers, slugs, titles. */
class Names {
  readonly #members: readonly PrpMember[];
  readonly #ids: ReadonlyMap<string, readonly PrpMember[]>;
  /** What else they say they are. */
  readonly #aliases: ReadonlyMap<string, readonly PrpMember[]>;
  #words: ReadonlyMap<string, readonly PrpMember[]> | undefined;
  readonly #files: ReadonlyMap<string, readonly PrpMember[]>;

  constructor(members: readonly PrpMember[]) {
    this.#members = members;
    const isPrp = ({ facts }: PrpMember): boolean => facts.kind === 'prp' || facts.frontMatter === undefined;
    const named = members.filter(isPrp);
    this.#ids = groupBy(named, ({ facts }) => samePrp(facts.id));
    this.#aliases = indexed(named, ({ id, facts }) =>
      [id, facts.fileId, facts.writtenId?.id].flatMap((each) => (each === undefined ? [] : [samePrp(each)])),
    );
    this.#files = groupBy(members, ({ uri }) => fileKey(nameOf(uri)));
  }

  withId(id: string, slug: string | undefined): readonly PrpMember[] {
    const file = slug === undefined ? undefined : this.#files.get(fileKey(`${id}-${slug}`));
    if (file) return inForce(file);
    const key = samePrp(id);
    return inForce(this.#ids.get(key) ?? this.#aliases.get(key) ?? []);
  }

  called(words: string): readonly PrpMember[] {
    this.#words ??= indexed(
      this.#members.filter(({ facts }) => facts.kind === 'prp'),
      ({ uri, id, facts }) => {
        const file = fileKey(nameOf(uri));
        const slug = file.replace(/^prp[-_ ]?[\da-z.]+?[-_ ]/, '');
        return [
          file,
          slug,
          facts.title.toLowerCase(),
          id.toLowerCase(),
          id.slice('PRP-'.length).toLowerCase(),
        ];
      },
    );
    const key = fileKey(words.slice(words.lastIndexOf('/') + 1));
    return inForce(this.#words.get(words.toLowerCase()) ?? this.#words.get(key) ?? []);
  }

  between(first: string, last: string | undefined): readonly PrpMember[] {
    const from = samePrp(first);
    const to = last === undefined ? undefined : samePrp(last);
    const parts = from.split('.').length;
    return this.#members.filter(({ facts, id }) => {
      if (facts.kind !== 'prp') return false;
      const key = samePrp(id);
      if (to === undefined) return key.startsWith(`${from}.`);
      return key.split('.').length === parts && compareIds(from, key) <= 0 && compareIds(key, to) <= 0;
    });
  }
}

const fileKey = (name: string): string => name.replace(/\.md$/i, '').toLowerCase();

const indexed = (
  members: readonly PrpMember[],
  keysOf: (member: PrpMember) => readonly string[],
): ReadonlyMap<string, readonly PrpMember[]> => {
  const index = new Map<string, PrpMember[]>();
  for (const member of members) {
    for (const key of new Set(keysOf(member))) {
      const list = index.get(key);
      if (list) list.push(member);
      else index.set(key, [member]);
    }
  }
  return index;
};

/** Those that are to be done; where none is, all. */
const inForce = (members: readonly PrpMember[]): readonly PrpMember[] => {
  const wanted = members.filter((each) => outReason(each) === undefined);
  return wanted.length > 0 ? wanted : members;
};
