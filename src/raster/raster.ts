import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** What draws a picture. */
export interface RasterParts {
  /** The WebAssembly of resvg, which the first picture starts. */
  readonly program: Uint8Array;
  /** Font files: one for all texts, behind it those for characters that it lacks. */
  readonly fonts: readonly Uint8Array[];
}

/** A picture as the bytes of a PNG. */
export interface Raster {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The picture would have had more pixels than programs like to open, so each of them shows more. */
  readonly scaledDown: boolean;
}

/** Twice the size of the SVG, so that texts are sharp on every screen. */
const SHARP = 2;
/** 160 MB in the memory of whoever opens it. */
const MOST_PIXELS = 40_000_000;
/** Of width and height; browsers draw no more than 16,384. */
const LONGEST_SIDE = 16_000;

/** Draws one of our SVGs on white. Takes up to seconds. Deterministic. */
export const drawPng = async (svg: string, { program, fonts }: RasterParts): Promise<Raster> => {
  started ??= initWasm(new Uint8Array(program));
  await started;
  const scale = scaleOf(svg);
  const drawing = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [...fonts], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  });
  try {
    const image = drawing.render();
    const { width, height } = image;
    const bytes = image.asPng();
    image.free();
    return { bytes, width, height, scaledDown: scale < SHARP };
  } finally {
    drawing.free();
  }
};

let started: Promise<void> | undefined;

/** What the first of the fonts calls itself. */
const FAMILY = 'Arimo';

/** Graphviz says sizes in points, of which three are four pixels. */
const SIZE = /^<svg [^>]*?width="([\d.]+)pt" height="([\d.]+)pt"/;

const scaleOf = (svg: string): number => {
  const [width = 0, height = 0] =
    SIZE.exec(svg)
      ?.slice(1)
      .map((points) => (Number(points) * 4) / 3) ?? [];
  if (width === 0 || height === 0) throw new Error('an SVG without a size cannot be drawn');
  return Math.min(SHARP, Math.sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / Math.max(width, height));
};
