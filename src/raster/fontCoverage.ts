import { firstWhere } from '../shared/firstWhere';

/** Whether a font draws the character of a code point. */
export type Coverage = (codePoint: number) => boolean;

/** Bytes of a font file; fewer where it ends. */
export type ReadBytes = (offset: number, length: number) => Promise<DataView>;

const NOTHING: Coverage = () => false;

/** Outlines, which can be drawn, and pictures in their place, which cannot. */
const OUTLINES = ['glyf', 'CFF ', 'CFF2'];
const PICTURES = ['sbix', 'CBDT'];

/**
 * What a TrueType or OpenType font can draw; of a collection what its first font can. Reads a few kilobytes of the
 * file (https://learn.microsoft.com/typography/opentype/spec/cmap). Nothing for files that are no such font.
 */
export const coverageOf = async (read: ReadBytes): Promise<Coverage> => {
  try {
    const head = await read(0, 16);
    const start = tagAt(head, 0) === 'ttcf' ? head.getUint32(12) : 0;
    const tables = await tablesAt(read, start);
    const isDrawn = OUTLINES.some((tag) => tables.has(tag)) && !PICTURES.some((tag) => tables.has(tag));
    const cmap = tables.get('cmap');
    if (!isDrawn || !cmap) return NOTHING;
    const covers = characterMap(await read(cmap.offset, cmap.length));
    return (codePoint) => {
      try {
        return covers(codePoint);
      } catch (error) {
        return brokenFont(error, false);
      }
    };
  } catch (error) {
    return brokenFont(error, NOTHING);
  }
};

/** What a broken font points to lies outside of it. */
const brokenFont = <T>(error: unknown, answer: T): T => {
  if (error instanceof RangeError) return answer;
  throw error;
};

interface Table {
  readonly offset: number;
  readonly length: number;
}

const tablesAt = async (read: ReadBytes, start: number): Promise<ReadonlyMap<string, Table>> => {
  const count = (await read(start, 12)).getUint16(4);
  const records = await read(start + 12, count * 16);
  const tables = new Map<string, Table>();
  for (let at = 0; at < count * 16; at += 16) {
    tables.set(tagAt(records, at), { offset: records.getUint32(at + 8), length: records.getUint32(at + 12) });
  }
  return tables;
};

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));

/** All of Unicode where a font has a table for that, else its first 65,536 characters. */
const characterMap = (cmap: DataView): Coverage => {
  let chosen: Coverage = NOTHING;
  const count = cmap.getUint16(2);
  for (let at = 4; at < 4 + count * 8; at += 8) {
    const offset = cmap.getUint32(at + 4);
    const format = cmap.getUint16(offset);
    if (format === 12) return allCharacters(cmap, offset);
    if (format === 4) chosen = firstCharacters(cmap, offset);
  }
  return chosen;
};

/** Format 12: groups of characters in a row. */
const allCharacters = (cmap: DataView, start: number): Coverage => {
  const count = cmap.getUint32(start + 12);
  return (codePoint) => {
    const at = firstWhere(count, (group) => cmap.getUint32(start + 16 + group * 12 + 4) >= codePoint);
    return at < count && cmap.getUint32(start + 16 + at * 12) <= codePoint;
  };
};

/** Format 4: segments, the ends of all of them first, then their starts, differences and offsets of glyphs. */
const firstCharacters = (cmap: DataView, start: number): Coverage => {
  const size = cmap.getUint16(start + 6);
  const starts = start + 16 + size;
  return (codePoint) => {
    const at = 2 * firstWhere(size / 2, (segment) => cmap.getUint16(start + 14 + segment * 2) >= codePoint);
    if (at >= size || cmap.getUint16(starts + at) > codePoint) return false;
    const difference = cmap.getUint16(starts + size + at);
    const offsetAt = starts + 2 * size + at;
    const offset = cmap.getUint16(offsetAt);
    if (offset === 0) return ((codePoint + difference) & 0xffff) !== 0;
    return cmap.getUint16(offsetAt + offset + 2 * (codePoint - cmap.getUint16(starts + at))) !== 0;
  };
};
