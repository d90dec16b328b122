import type { AchievementFacts } from '../facts/planFacts';
import type { AchievementId } from '../model/ids';
import { type Span, sliceOf, span } from '../model/text';
import { achievementAt, candidate, type ProposalContext, type ProposalSource, quoted } from './context';
import type { Candidate } from './proposal';

/** A path or a file's name. */
const PATH =
  /(?<![\w./@-])(?:\.{0,2}\/)?(?:[\w@.-]{1,80}\/){0,12}[\w@-][\w@.-]{0,80}\.[A-Za-z]\w{0,9}(?![\w/])/g;
const FOLDER = /(?<![\w./@-])(?:\.{0,2}\/)?(?:[\w@.-]{1,80}\/){1,12}(?=[\s`'")\],;:]|$)/gm;

/** Names that every project has several files of: they only count with their folder. */
const COMMON =
  /^(?:index|main|mod|lib|app|init|__init__|setup|config|conf|constants|types?|utils?|helpers?|common|base|test|tests|package|package-lock|tsconfig|pyproject|requirements|readme|changelog|license|contributing|claude|agents|todo|notes|makefile|dockerfile|docker-compose|schema|styles?)\.\w+$/i;
/** A file that more achievements than this deliver says nothing about their order. */
const MOST_OWNERS = 3;

/** A name as it may be written elsewhere, with the achievements that deliver it, in document order. */
type Owners = ReadonlyMap<string, readonly AchievementId[]>;

/**
 * A deliverable of one achievement that the text of another one names. By its path it makes a likely dependency on
 * what stands further up in the PLAN, and a possible one on what stands further down, or where it is named without its
 * folder. Where several deliver the same file, the last one in front of the text is meant, and each possibly continues
 * what the one before it made. Common names (`index.ts`, `README.md`) count only with their folder, and files that many
 * deliver do not count.
 */
export const fromDeliverables: ProposalSource = function* (context) {
  const made = delivered(context);
  if (made.owners.size === 0) return;
  for (const named of namesIn(context.document.text, span(0, context.document.text.length))) {
    const makers = made.owners.get(named.name) ?? made.owners.get(lastPart(named.name)) ?? [];
    if (makers.length === 0 || makers.length > MOST_OWNERS || isHidden(context, named.place)) continue;
    const own = achievementAt(context, named.place.start)?.id;
    if (own !== undefined) yield* usedBy(context, own, named, { ...made, makers });
  }
};

const usedBy = (
  { order, document }: ProposalContext,
  own: AchievementId,
  { name, place }: NamedFile,
  { owners, places, makers }: Delivered & { readonly makers: readonly AchievementId[] },
): readonly Candidate[] => {
  const isMade = places.has(place.start);
  if (!isMade && makers.includes(own)) return [];
  const before = makers.findLast((maker) => (order.get(maker) ?? 0) < (order.get(own) ?? 0));
  const maker = before ?? (makers.length === 1 && !isMade ? makers[0] : undefined);
  if (maker === undefined) return [];
  const isLikely = maker === before && !isMade && name.includes('/') && owners.has(name);
  const evidence = quoted('deliverable', document, place);
  return candidate({ order }, [own, maker], isLikely ? 'likely' : 'possible', evidence);
};

/** A name in the text. */
interface NamedFile {
  readonly name: string;
  readonly place: Span;
}

interface Delivered {
  readonly owners: Owners;
  /** Where deliverables are listed. */
  readonly places: ReadonlySet<number>;
}

const delivered = (context: ProposalContext): Delivered => {
  const owners = new Map<string, AchievementId[]>();
  const places = new Set<number>();
  const add = (name: string, id: AchievementId): void => {
    const known = owners.get(name);
    if (!known) owners.set(name, [id]);
    else if (known.at(-1) !== id) known.push(id);
  };
  for (const achievement of context.achievements) {
    const named = deliverablesOf(achievement).flatMap((block) => [...namesIn(context.document.text, block)]);
    for (const { name, place } of named.filter((each) => !isHidden(context, each.place))) {
      places.add(place.start);
      for (const each of new Set([name, lastPart(name)])) if (!isCommon(each)) add(each, achievement.id);
    }
  }
  return { owners, places };
};

const deliverablesOf = ({ fields }: AchievementFacts): readonly Span[] =>
  fields.filter(({ name }) => name === 'deliverables').map(({ block }) => block);

function* namesIn(text: string, within: Span): Iterable<NamedFile> {
  const part = sliceOf(text, within);
  for (const pattern of [PATH, FOLDER]) {
    for (const { 0: name, index } of part.matchAll(pattern)) {
      const start = within.start + index;
      yield { name: name.replace(/^\.{0,2}\//, ''), place: span(start, start + name.length) };
    }
  }
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** With a folder in front nothing is common, and a folder alone is only known by its whole path. */
const isCommon = (name: string): boolean =>
  name === '' || name.endsWith('/')
    ? !/\/./.test(name)
    : !name.includes('/') && (name.length < 5 || COMMON.test(name));

const isHidden = ({ scan }: ProposalContext, { start }: Span): boolean =>
  scan.kinds[scan.index.lineAt(start)] === 'hidden';
