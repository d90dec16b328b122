import type { Layout } from '../protocol/messages';
import type { Scene } from './scene';
import { overlaps, type Rectangle } from './viewMath';

const TIMING = { duration: 200, easing: 'ease' };
/** More than so many cards that move at once are no help to anybody, and not smooth. */
const MOST = 200;

/** Where the cards were, and what of the graph was in the window. */
export interface Before {
  readonly places: ReadonlyMap<string, Rectangle>;
  readonly seen: Rectangle;
}

/**
 * Lets the cards go from where they were on the screen to where they are now; new ones and the arrows appear gradually.
 * Only what is in the window moves, and nothing for people who want no motion.
 */
export const moveCalmly = (scene: Scene, before: Before, { nodes }: Layout, now: Rectangle): void => {
  if (nodes.length === 0 || wantsNoMotion()) return;
  const moving = scene
    .places()
    .filter(([id, place]) => overlaps(now, place) || overlaps(before.seen, before.places.get(id) ?? NOWHERE));
  if (moving.length > MOST) return;
  for (const [id, place] of moving) {
    const from = before.places.get(id);
    const card = scene.card(id);
    if (!from) card?.animate({ opacity: [0, 1] }, TIMING);
    else {
      // by how much it was elsewhere on the screen, for the view may have changed too
      const x = from.x - before.seen.x - (place.x - now.x);
      const y = from.y - before.seen.y - (place.y - now.y);
      if (x !== 0 || y !== 0) card?.animate({ translate: [`${x}px ${y}px`, '0 0'] }, TIMING);
    }
  }
  scene.arrows.animate({ opacity: [0, 1] }, TIMING);
};

const NOWHERE: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

const wantsNoMotion = (): boolean =>
  document.body.classList.contains('vscode-reduce-motion') ||
  matchMedia('(prefers-reduced-motion: reduce)').matches;
