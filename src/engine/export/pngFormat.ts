import type { GraphFormat, Picture } from './graphFormat';
import { svgOf } from './svgFormat';

/** A picture of pixels: the SVG, drawn. */
export const pngFormat: GraphFormat = {
  id: 'png',
  name: 'PNG',
  purpose: 'a picture for everything else',
  ending: 'png',
  draw: async (plan, drawers) => {
    const picture = await drawers.png(await svgOf(plan, drawers));
    return { content: picture.bytes, notes: notesOn(picture) };
  },
};

/** So many characters are named. */
const MOST_NAMED = 10;

const notesOn = ({ width, height, scaledDown, missing }: Picture): readonly string[] => {
  const notes: string[] = [];
  if (scaledDown) {
    notes.push(
      `The graph is too large for a sharp PNG and was scaled down to ${width} × ${height} pixels; SVG is sharp at any size.`,
    );
  }
  if (missing.length > 0) {
    const named = missing.slice(0, MOST_NAMED).join(' ');
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    notes.push(`No font here can draw ${named}${more}. The picture shows boxes instead.`);
  }
  return notes;
};
