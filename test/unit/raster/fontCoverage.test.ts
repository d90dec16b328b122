import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Coverage, coverageOf } from '../../../src/raster/fontCoverage';

const u16 = (...values: readonly number[]): number[] =>
  values.flatMap((value) => [(value >> 8) & 255, value & 255]);
const u32 = (...values: readonly number[]): number[] => values.flatMap((value) => u16(value >>> 16, value));
const tag = (name: string): number[] => [...name].map((letter) => letter.charCodeAt(0));

/** Segments of format 4 with a difference each; one with an offset names glyphs behind the table. */
const FIRST_CHARACTERS = [
  ...u16(4, 46, 0, 6, 0, 0, 0),
  ...u16(0x5a, 0x62, 0xffff, 0, 0x41, 0x61, 0xffff),
  ...u16(0xffc0, 0, 1, 0, 4, 0),
  ...u16(0, 7),
];
const ALL_CHARACTERS = [...u16(12, 0), ...u32(40, 0, 2, 0x41, 0x43, 1, 0x1f680, 0x1f681, 4)];

/** A font of some tables with this character map; `collected` puts it into a collection. */
const font = (map: readonly number[], tables = ['glyf'], collected = false): Uint8Array => {
  const cmap = [...u16(0, 1, 3, 10), ...u32(12), ...map];
  const start = collected ? 16 : 0;
  const end = start + 12 + 16 * (tables.length + 1);
  return Uint8Array.from([
    ...(collected ? [...tag('ttcf'), ...u32(0x10000, 1, 16)] : []),
    ...u32(0x10000),
    ...u16(tables.length + 1, 0, 0, 0),
    ...tables.flatMap((name) => [...tag(name), ...u32(0, end, 0)]),
    ...[...tag('cmap'), ...u32(0, end, cmap.length)],
    ...cmap,
  ]);
};

const read = (bytes: Uint8Array): Promise<Coverage> =>
  coverageOf(async (offset, length) => new DataView(bytes.slice(offset, offset + length).buffer));

const drawn = async (bytes: Uint8Array, text: string): Promise<string> => {
  const covers = await read(bytes);
  return [...text].filter((character) => covers(character.codePointAt(0) ?? 0)).join('');
};

describe('what a font can draw', () => {
  it('is what its character map gives a glyph', async () => {
    assert.equal(await drawn(font(FIRST_CHARACTERS), '@AZ[abc\uffff'), 'AZb');
    assert.equal(await drawn(font(ALL_CHARACTERS), '@ACD🙿🚀🚁🚂'), 'AC🚀🚁');
    assert.equal(await drawn(font(ALL_CHARACTERS, ['CFF '], true), 'A🚀z'), 'A🚀');
  });

  it('is nothing where glyphs are coloured pictures or the file is no font', async () => {
    assert.equal(await drawn(font(ALL_CHARACTERS, ['glyf', 'sbix']), 'A🚀'), '');
    assert.equal(await drawn(font(ALL_CHARACTERS, ['CBDT']), 'A🚀'), '');
    assert.equal(await drawn(new TextEncoder().encode('# PLAN: not a font at all'), 'A🚀'), '');
  });

  it('is known of every broken font', async () => {
    const bytes = font(FIRST_CHARACTERS);
    const broken = fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(broken, async ([length, at, value]) => {
        const file = bytes.slice(0, length);
        if (at < length) file[at] = value;
        await drawn(file, 'AZb🚀');
      }),
      { numRuns: 500, seed: 20_261_121 },
    );
  });
});
