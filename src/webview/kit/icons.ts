import type { Status } from '../../engine/model/achievement';
import { svg } from './dom';

/** A part of a picture: an element of SVG in a square of 16. */
export type Shape = readonly [
  tag: 'path' | 'circle' | 'rect',
  attributes: Readonly<Record<string, string | number>>,
];

const RING: Shape = ['circle', { cx: 8, cy: 8, r: 6.25, class: 'line' }];
const DISC: Shape = ['circle', { cx: 8, cy: 8, r: 7, class: 'fill' }];
const SHEET: Shape = ['path', { d: 'M3.5 1.75h6L12.5 5v9.25h-9z', class: 'line' }];

/** Every status has an outline of its own, so that it is told apart without colour. */
const SHAPES: Readonly<Record<Status, readonly Shape[]>> = {
  not_started: [['circle', { cx: 8, cy: 8, r: 6.25, class: 'line', 'stroke-dasharray': '2.4 2.1' }]],
  subplan_created: [SHEET, ['path', { d: 'M5.75 8h4.5M5.75 11h4.5', class: 'line' }]],
  execution_created: [SHEET, ['path', { d: 'M6.5 7l4 2.5-4 2.5z', class: 'fill' }]],
  in_progress: [RING, ['path', { d: 'M8 3.6a4.4 4.4 0 0 1 0 8.8z', class: 'fill' }]],
  complete: [DISC, ['path', { d: 'M4.7 8.3l2.3 2.3 4.3-4.8', class: 'mark' }]],
  failed: [
    ['path', { d: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z', class: 'fill' }],
    ['path', { d: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2', class: 'mark' }],
  ],
  skipped: [RING, ['path', { d: 'M3.8 12.2l8.4-8.4', class: 'line' }]],
};

/** A picture of a status; decoration, because its word always stands beside it. */
export const statusIcon = (status: Status): SVGSVGElement => pictureOf(SHAPES[status]);

/** The picture that these parts make, one above the other. */
export const pictureOf = (shapes: readonly Shape[]): SVGSVGElement => {
  const icon = svg('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  for (const [tag, attributes] of shapes) icon.append(svg(tag, attributes));
  return icon;
};
