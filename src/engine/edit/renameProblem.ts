import { elementsIn, idsBetween, idsCounted } from '../document/stated/idList';
import type { AchievementId } from '../model/ids';
import type { AskedRename } from './asked';
import type { DocumentSays, Fact } from './documentSays';
import { named, without } from './factProblem';
import { shortened } from './lineProblem';

/**
 * What a rename changes beside the id, as a reason without a full stop; undefined where nothing. Each line must be as
 * before but for the id, in whatever way it is written, and so must each fact; a range may be written out.
 */
export const renameProblem = (
  before: { readonly text: string; readonly says: DocumentSays },
  after: { readonly text: string; readonly says: DocumentSays },
  asked: AskedRename,
): string | undefined => {
  const plain = plainWith(asked);
  const lines = after.text.split('\n');
  const at = before.text
    .split('\n')
    .findIndex((line, place) => !isSameLine(line, lines[place] ?? '', asked, plain));
  const line = before.text.split('\n')[at];
  if (line !== undefined) return `it would also change line ${at + 1}: “${shortened(line)}”`;
  const [was, is] = [before.says, after.says].map((says) => plainFacts(says, plain));
  const [other] = [...without(was ?? [], is ?? []), ...without(is ?? [], was ?? [])];
  return other && `it would also change ${named(other)}`;
};

type Plain = (text: string) => string;

/** Text with the old and the new id as the same mark: in sentences, in file names (`11`, `1-1`), and inside longer ids. */
const plainWith = ({ from, to }: AskedRename): Plain => {
  const written = [from, to]
    .map((id) => id.match(/\d+/g) ?? [])
    .sort((one, other) => other.join('').length - one.join('').length);
  return (text) => {
    const units: string[] = [];
    for (let at = 0; at < text.length; ) {
      const end = isDigit(text[at - 1]) ? -1 : Math.max(...written.map((parts) => endOfId(text, at, parts)));
      units.push(end === -1 ? text.charAt(at) : '\0');
      at = end === -1 ? at + 1 : end;
    }
    return units.join('').replace(QUOTED_MARK, '\0');
  };
};

const QUOTED_MARK = /"?\0"?/g;
const JOINT = /[._-]/;

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9';

/** Where the id with these numbers ends that begins at `at`, with or without joints; -1 where there is none. */
const endOfId = (text: string, at: number, parts: readonly string[]): number => {
  let end = at;
  for (const [order, part] of parts.entries()) {
    if (order > 0 && JOINT.test(text.charAt(end))) end++;
    if (!text.startsWith(part, end)) return -1;
    end += part.length;
  }
  return end === at || isDigit(text[end]) ? -1 : end;
};

const isSameLine = (one: string, other: string, asked: AskedRename, plain: Plain): boolean =>
  one === other || plain(one) === plain(other) || hasRangeOver(one, asked);

const hasRangeOver = (line: string, { from: id, all }: AskedRename): boolean =>
  elementsIn(line, 0).some(
    ({ from, to }) =>
      to !== undefined && [...idsBetween(from, to, all), ...idsCounted(from, to, all)].includes(id),
  );

const plainFacts = ({ facts, edges }: DocumentSays, plain: Plain): readonly Fact[] => [
  ...facts.map(({ kind, about, says }): Fact => ({ kind, about: plain(about), says: plain(says) })),
  ...edges.map(({ dependent, dependency }): Fact => {
    const ends: readonly AchievementId[] = [plain(dependent), plain(dependency)];
    return { kind: 'dependency', about: ends[0] ?? '', says: ends[1] ?? '' };
  }),
];
