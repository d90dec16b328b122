import { withoutMark } from '../../engine/document/json/strictJson';
import type { ParallelFacts } from '../../engine/facts/parallelFacts';
import { span } from '../../engine/model/text';
import { type JsonPlace, jsonPlaceAt } from './jsonPlace';

/**
 * The place at `offset` in a parallel.json, as {@link jsonPlaceAt} gives it. Of thousands of achievements no more is
 * read than the one around the caret; the others count as one value each.
 */
export const parallelPlaceAt = (
  facts: ParallelFacts,
  text: string,
  offset: number,
): JsonPlace | undefined => {
  const own = facts.achievements.findLast(({ span: { start } }) => start < offset);
  // half-written JSON may end the achievement anywhere, so its end is not asked for
  const inside = own && jsonPlaceAt(text.slice(own.span.start), offset - own.span.start);
  if (inside) return moved({ ...inside, path: ['achievements', 0, ...inside.path] }, own.span.start);
  const { slim, shift } = slimText(facts, text, offset);
  const place = jsonPlaceAt(slim, offset - shift);
  return place && moved(place, shift);
};

/** Every achievement but one the caret is in as an empty list, and by how much that moved the caret. */
const slimText = (
  { achievements }: ParallelFacts,
  text: string,
  offset: number,
): { readonly slim: string; readonly shift: number } => {
  const whole = withoutMark(text);
  let slim = '';
  let shift = 0;
  let at = 0;
  for (const { span: place } of achievements) {
    const isAround = place.start < offset && offset < place.end;
    if (place.start < at || isAround) continue;
    slim += `${whole.slice(at, place.start)}[]`;
    at = place.end;
    if (at <= offset) shift = at - slim.length;
  }
  return { slim: slim + whole.slice(at), shift };
};

const moved = (place: JsonPlace, by: number): JsonPlace => ({
  ...place,
  replaced: span(place.replaced.start + by, place.replaced.end + by),
  unseparated: place.unseparated === undefined ? undefined : place.unseparated + by,
});

/**
 * The kind of a place, with `*` for every index: `achievements/*` for an element, whatever list of achievements it is
 * in. The last step is empty where a key stands.
 */
export const placeKind = ({ path }: JsonPlace): string =>
  path
    .map((step) => (typeof step === 'number' ? '*' : step))
    .join('/')
    .replace(/^levels\/\*\/(?=achievements\/)/, '')
    .replace(/^priority_groups\/\*\/(?=achievements\/\*\/)/, '');
