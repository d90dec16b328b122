import type { Tone } from '../protocol/runMessages';
import { pictureOf, type Shape } from './icons';

const line = (d: string): Shape => ['path', { d, class: 'line' }];
const ring: Shape = ['circle', { cx: 8, cy: 8, r: 6.25, class: 'line' }];

/** Every state of a run has an outline of its own, which no status has. */
const SHAPES: Readonly<Record<Tone, readonly Shape[]>> = {
  working: [ring, ['path', { d: 'M6.25 5l5 3-5 3z', class: 'fill' }]],
  landing: [line('M8 1.75v7.5M4.75 6.25L8 9.5l3.25-3.25M2.5 13.25h11')],
  landed: [
    ['circle', { cx: 8, cy: 8, r: 7, class: 'fill' }],
    ['path', { d: 'M8 3.5v5.25M5.5 6.5L8 9l2.5-2.5M4.75 11.75h6.5', class: 'mark' }],
  ],
  person: [
    line('M1.25 8S3.75 3.5 8 3.5 14.75 8 14.75 8 12.25 12.5 8 12.5 1.25 8 1.25 8z'),
    ['circle', { cx: 8, cy: 8, r: 2.25, class: 'fill' }],
  ],
  conflict: [line('M1.5 8h4.25M3.75 5.75L6 8l-2.25 2.25M14.5 8h-4.25M12.25 5.75L10 8l2.25 2.25M8 2.25v11.5')],
  failed: [
    ['path', { d: 'M8 1.25L15 14H1z', class: 'fill' }],
    ['path', { d: 'M8 5.75v4M8 11.25v1', class: 'mark' }],
  ],
  held: [
    ['rect', { x: 3.25, y: 7, width: 9.5, height: 6.5, class: 'line' }],
    line('M5.5 7V5a2.5 2.5 0 0 1 5 0v2'),
  ],
  paused: [ring, line('M6.25 5.5v5M9.75 5.5v5')],
};

/** A picture of what a run says; decoration, because its words always stand beside it. */
export const toneIcon = (tone: Tone): SVGSVGElement => pictureOf(SHAPES[tone]);

/** Every tone with its word, in the order in which work goes on. */
export const TONES: readonly (readonly [Tone, string])[] = [
  ['working', 'Running'],
  ['landing', 'Lands'],
  ['landed', 'Landed'],
  ['person', 'Waits for a person'],
  ['conflict', 'Conflict'],
  ['failed', 'Failed in the run'],
  ['held', 'Blocked in the run'],
  ['paused', 'Paused'],
];
