import { isNumber, listOf, shapeOf } from '../../shared/shape';

/** Where things are, in pixels from the top left corner. Holds as long as the structure of the model does. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly card: CardSize;
  /** Top left corner per node, in the order of the model. */
  readonly nodes: readonly Point[];
  /** Per edge of the model: start, then control, control, end for each cubic curve; empty when not drawn. */
  readonly edges: readonly (readonly number[])[];
  /** Left edge and width per band. */
  readonly bands: readonly Extent[];
  /** Top edge and height per strip. */
  readonly strips: readonly Rows[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly x: number;
  readonly width: number;
}

export interface Rows {
  readonly y: number;
  readonly height: number;
}

export interface CardSize {
  readonly width: number;
  readonly height: number;
  /** Lines a title may take: 1 or 2. */
  readonly titleLines: number;
}

export const isLayout = shapeOf<Layout>({
  width: isNumber,
  height: isNumber,
  card: shapeOf<CardSize>({ width: isNumber, height: isNumber, titleLines: isNumber }),
  nodes: listOf(shapeOf<Point>({ x: isNumber, y: isNumber })),
  edges: listOf(listOf(isNumber)),
  bands: listOf(shapeOf<Extent>({ x: isNumber, width: isNumber })),
  strips: listOf(shapeOf<Rows>({ y: isNumber, height: isNumber })),
});
