import { coverageOf } from './fontCoverage';
import type { RasterParts } from './raster';

/** Fonts, and the characters that none of them has. */
export interface FoundFonts {
  readonly fonts: readonly Uint8Array[];
  readonly missing: readonly string[];
}

/** Where the parts of a picture come from. */
export interface RasterSources {
  /** Reads a file that ships beside the bundles. */
  shipped(name: string): Promise<Uint8Array>;
  /** Fonts of this machine for characters that the shipped one lacks. */
  fontsFor(characters: readonly string[]): Promise<FoundFonts>;
}

/** Everything to draw this SVG with, and the characters that will be boxes all the same. */
export const rasterPartsFor = async (
  svg: string,
  { shipped, fontsFor }: RasterSources,
): Promise<RasterParts & Pick<FoundFonts, 'missing'>> => {
  const [program, font] = await Promise.all([shipped('resvg.wasm'), shipped('arimo.ttf')]);
  const covers = await coverageOf(async (offset, length) => viewOf(font, offset, length));
  const strange = charactersOf(svg).filter((character) => !covers(character.codePointAt(0) ?? 0));
  const { fonts, missing } = strange.length > 0 ? await fontsFor(strange) : { fonts: [], missing: [] };
  return { program, fonts: [font, ...fonts], missing };
};

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array, offset: number, length: number): DataView =>
  new DataView(buffer, byteOffset + offset, Math.max(0, Math.min(length, byteLength - offset)));

const TEXTS = /<text\b[^<>]*>([^<]*)<\/text>/g;
/** Characters without a shape of their own, and the references of XML, which stand for plain ones. */
const SHAPELESS = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]|&#?\w+;/gu;

/** Every character that is drawn, once. */
const charactersOf = (svg: string): readonly string[] => {
  const characters = new Set<string>();
  for (const [, text = ''] of svg.matchAll(TEXTS)) {
    for (const character of text.replace(SHAPELESS, '')) characters.add(character);
  }
  return [...characters];
};
