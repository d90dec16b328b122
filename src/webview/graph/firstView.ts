import type { View } from '../protocol/messages';
import { framedTightly, overlaps, type Rectangle, revealed, type Size } from './viewMath';

/** The smallest size in which text of a card can be read, in pixels. */
const SMALLEST_TEXT = 11;
/** The smallest text of a card, as a part of the size of the page's text. */
const SMALLEST_SHARE = 0.9;
/** Room before the card that a graph begins with, for the arrows that lead to it; in pixels. */
const LEAD = 36;
/** Room at an edge of the window, in pixels. */
const EDGE = 12;
/** A card of which less is cut off looks like a mistake, as a part of it; as does one of which fewer pixels are left. */
const LITTLE_CUT = 0.34;
const LITTLE_LEFT = 24;

/** A graph as far as its first view depends on it, in its own units. */
export interface Picture {
  /** All that is drawn, with a little air. */
  readonly content: Rectangle;
  readonly cards: readonly Rectangle[];
  /** The card that one begins with. */
  readonly start: Rectangle | undefined;
}

/** The smallest scale at which everything on a card can be read, where the page's text has this size in pixels. */
export const readableScale = (fontSize: number): number => SMALLEST_TEXT / (SMALLEST_SHARE * fontSize);

/** All of a graph in the window, no larger than can be read well. */
export const whole = ({ content }: Pick<Picture, 'content'>, window: Size, readable: number): View =>
  framedTightly(content, window, Math.max(1, readable));

/** Whether a graph can be read while all of it is in the window. */
export const fitsReadably = (content: Rectangle, window: Size, readable: number): boolean =>
  whole({ content }, window, readable).scale >= readable;

/**
 * How a graph opens: as a whole if it can be read then, else with the card that one begins with, and no card cut off by
 * a few pixels where that can be helped. `corner` is what hides the corner at the bottom right.
 */
export const opening = (picture: Picture, window: Size, readable: number, corner: Size): View => {
  const all = whole(picture, window, readable);
  if (all.scale >= readable) return all;
  const { content } = picture;
  // in the direction in which it fits nothing is to be cut off
  const largest = Math.max(
    readable,
    Math.min(1, window.width / content.width),
    Math.min(1, window.height / content.height),
  );
  const [first, ...smaller] = [largest, (largest + readable) / 2, readable].map((scale) =>
    begunAt(scale, picture, window),
  );
  const best = smaller.reduce((one, other) => (other.flaws < one.flaws ? other : one), first ?? NOWHERE);
  return besideCorner(best.view, picture.start ?? content, window, corner);
};

interface Begun {
  readonly view: View;
  /** Cards that are cut off by a little. */
  readonly flaws: number;
}

const NOWHERE: Begun = { view: { x: 0, y: 0, scale: 1 }, flaws: 0 };

const begunAt = (scale: number, { content, cards, start = content }: Picture, window: Size): Begun => {
  const room = { width: window.width / scale, height: window.height / scale };
  const left = begun(
    {
      content: [content.x, content.x + content.width],
      start: [start.x, start.x + start.width],
      room: room.width,
      scale,
    },
    start.x - LEAD / scale,
    cards.map(({ x, width }) => [x, x + width]),
  );
  const isAcross = ({ x, width }: Rectangle): boolean => x < left.at + room.width && x + width > left.at;
  const top = begun(
    {
      content: [content.y, content.y + content.height],
      start: [start.y, start.y + start.height],
      room: room.height,
      scale,
    },
    start.y + start.height / 2 - room.height / 2,
    cards.filter(isAcross).map(({ y, height }) => [y, y + height]),
  );
  return { view: { scale, x: -left.at * scale, y: -top.at * scale }, flaws: left.flaws + top.flaws };
};

type Span = readonly [from: number, to: number];

interface Axis {
  readonly content: Span;
  readonly start: Span;
  /** Of the window. */
  readonly room: number;
  readonly scale: number;
}

interface Place {
  readonly at: number;
  readonly flaws: number;
}

/** Where the window begins along one axis: near `wanted`, where the fewest cards are cut off by a little. */
const begun = ({ content, start, room, scale }: Axis, wanted: number, spans: readonly Span[]): Place => {
  const [first, last] = content;
  if (last - first <= room) return { at: (first + last - room) / 2, flaws: 0 };
  const within = (at: number): number => Math.min(last - room, Math.max(first, at));
  const edge = EDGE / scale;
  const distinct = [...new Map(spans.map((span) => [Math.round(span[0]), span])).values()];
  const ideal = within(wanted);
  const isCut = (span: Span, at: number): boolean =>
    isCutByALittle(at - span[0], span[1] - at, scale) ||
    isCutByALittle(span[1] - at - room, at + room - span[0], scale);
  const placeAt = (at: number): Place => ({ at, flaws: distinct.filter((span) => isCut(span, at)).length });
  const distance = ({ at }: Place): number => Math.abs(at - ideal);
  return distinct
    .flatMap(([from, to]) => [from - edge, to + edge - room])
    .map(within)
    .filter((at) => Math.abs(at - ideal) <= room / 2 && at <= start[0] && at + room >= start[1])
    .map(placeAt)
    .reduce(
      (best, place) =>
        place.flaws < best.flaws || (place.flaws === best.flaws && distance(place) < distance(best))
          ? place
          : best,
      placeAt(ideal),
    );
};

/** Whether an edge of the window cuts so little off a card, or leaves so little of it, that it looks like a mistake. */
const isCutByALittle = (cut: number, left: number, scale: number): boolean =>
  cut > 0 && left > 0 && (cut < LITTLE_CUT * (cut + left) || left * scale < LITTLE_LEFT);

/** The start is not to be behind what hides the corner. */
const besideCorner = (view: View, start: Rectangle, window: Size, corner: Size): View => {
  const { scale, x, y } = view;
  const drawn = {
    x: x + start.x * scale,
    y: y + start.y * scale,
    width: start.width * scale,
    height: start.height * scale,
  };
  const hidden = { x: window.width - corner.width, y: window.height - corner.height, ...corner };
  if (!overlaps(hidden, drawn)) return view;
  return revealed(view, start, { width: window.width, height: window.height - corner.height });
};
