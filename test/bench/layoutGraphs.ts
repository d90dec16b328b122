import { createRandom } from '../../src/shared/random';
import { generatePlan, parallelText } from './plans';

const LEVELS = 20;
const WIDTH = 50;
/** A dependency lies at most this many levels back, and this many places above or below: work comes in strands. */
const REACH = 3;
const ASIDE = 8;

/** A PLAN of 1,000 achievements and its parallel.json: 20 levels, one to three dependencies on what is before and near. */
export const manyPlan = (): { readonly text: string; readonly parallel: string } => {
  const made = generatePlan({
    name: 'LARGE',
    seed: 5,
    priorities: LEVELS,
    perPriority: WIDTH,
    body: 'definition',
  });
  const random = createRandom(5);
  const near = (level: number, place: number): string => {
    const beside = place + Math.floor((random() * 2 - 1) * ASIDE);
    return `${level + 1}.${Math.min(WIDTH, Math.max(1, beside + 1))}`;
  };
  const achievements = made.achievements.map((achievement, at) => {
    const level = Math.floor(at / WIDTH);
    if (level === 0) return { ...achievement, dependencies: [] };
    const others = Array.from({ length: Math.floor(random() * 3) }, () =>
      near(Math.max(0, level - 1 - Math.floor(random() * REACH)), at % WIDTH),
    );
    return { ...achievement, dependencies: [...new Set([near(level - 1, at % WIDTH), ...others])] };
  });
  return { text: made.text, parallel: parallelText({ ...made, achievements }) };
};
