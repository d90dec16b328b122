import type { Status } from '../../src/engine/model/achievement';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { type AchievementSketch, analysedPlan, loneParallel, type PlanSketch } from './analysedPlan';

type Rest = Omit<PlanSketch, 'achievements'>;

/** A plan that states the dependencies of all its achievements. */
export const graphPlan = (sketches: readonly AchievementSketch[], rest: Rest = {}): AnalysedPlan =>
  analysedPlan({ achievements: sketches.map((sketch) => ({ needs: [], ...sketch })), ...rest });

/** Nine achievements in four levels with every status. */
export const nine = (): AnalysedPlan =>
  graphPlan(
    [
      { id: '1.1', title: 'Read the configuration file', status: 'complete' },
      { id: '1.2', title: 'Describe the storage schema', status: 'complete' },
      { id: '1.3', title: 'Collect sample documents', status: 'skipped' },
      {
        id: '2.1',
        title: 'Import documents in the background',
        status: 'in_progress',
        needs: ['1.1', '1.2'],
      },
      { id: '2.2', title: 'Show the import history', status: 'subplan_created', needs: ['1.2'] },
      { id: '2.3', title: 'Validate documents against the schema', status: 'failed', needs: ['1.2'] },
      {
        id: '3.1',
        title: 'Search across every imported document, with filters by author, date and language',
        status: 'execution_created',
        needs: ['2.1', '2.2'],
      },
      { id: '3.2', title: 'Export search results', needs: ['2.1', '2.3'] },
      { id: '4.1', title: 'Write the user guide', needs: ['3.1', '3.2'] },
    ],
    { name: 'DOCUMENT-SEARCH' },
  );

/**
 * Six achievements with estimates: 1.1 is complete, 1.2, 2.1 and 3.1 are the critical path of 14 hours, 2.2 can wait
 * 6 hours and 2.3 can wait 9.
 */
export const scheduled = (): AnalysedPlan =>
  graphPlan(
    [
      { id: '1.1', title: 'Read the configuration file', status: 'complete', hours: [2, 2], priority: '1' },
      { id: '1.2', title: 'Describe the storage schema', hours: [4, 4], priority: '1' },
      { id: '2.1', title: 'Import documents', needs: ['1.1', '1.2'], hours: [6, 8], priority: '2' },
      { id: '2.2', title: 'Show the import history', needs: ['1.2'], hours: [1, 1], priority: '2' },
      { id: '2.3', title: 'Export search results', needs: ['1.1'], hours: [2, 2], priority: '3' },
      {
        id: '3.1',
        title: 'Write the user guide',
        needs: ['2.1', '2.2', '2.3'],
        hours: [3, 3],
        priority: '3',
      },
    ],
    { name: 'TIMED' },
  );

const WORDS = ['Parse', 'Index', 'Render', 'Cache', 'Verify', 'Export', 'Measure', 'Document', 'Compare'];
const THINGS = [
  'the import queue',
  'search results',
  'user settings',
  'audit trail',
  'access rules',
  'reports',
];

/** `count` achievements in levels of about `width`, each needing one to three of the level before. */
export const many = (count: number, width: number): AnalysedPlan => {
  const sketches: AchievementSketch[] = [];
  for (let at = 0; at < count; at++) {
    const level = Math.floor(at / width);
    const before = (step: number): string => `${level}.${((at * 7 + step * 3) % width) + 1}`;
    const needs = level === 0 ? [] : [...new Set([before(0), ...(at % 3 === 0 ? [before(1)] : [])])];
    const status: Status =
      at < count * 0.3 ? 'complete' : at < count * 0.4 && at % 2 === 0 ? 'in_progress' : 'not_started';
    sketches.push({
      id: `${level + 1}.${(at % width) + 1}`,
      title: `${WORDS[at % WORDS.length]} ${THINGS[(at * 5) % THINGS.length]}`,
      status,
      needs,
    });
  }
  return graphPlan(sketches, { name: 'PLATFORM' });
};

/** A cycle of three, something behind it, something that depends on itself, and a level before them. */
export const cyclic = (): AnalysedPlan =>
  graphPlan(
    [
      { id: '1.1', title: 'Before the cycle', status: 'complete' },
      { id: '1.2', title: 'First of three', needs: ['1.1', '1.4'] },
      { id: '1.3', title: 'Second of three', needs: ['1.2'] },
      { id: '1.4', title: 'Third of three', needs: ['1.3'] },
      { id: '1.5', title: 'Behind the cycle', needs: ['1.4'] },
      { id: '1.6', title: 'Depends on itself', needs: ['1.6'] },
    ],
    { name: 'KNOT' },
  );

/** Six achievements of which nobody said what they depend on. */
export const unordered = (): AnalysedPlan =>
  analysedPlan({
    name: 'LOOSE',
    achievements: ['1.1', '1.2', '1.3', '2.1', '2.2', '3.1'].map((id) => ({
      id,
      title: `Piece of work ${id}`,
      priority: id.slice(0, 1),
    })),
  });

/** Texts that must never be more than text. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror="document.title=1">',
  '"]; bad [label="',
  'ends with a backslash \\',
  '\\N \\G \\n \\l &lt;b&gt; &#60;',
  'red \u001b[31malert\u001b[0m and \u001b]0;title\u0007',
  `\${process.exit(1)} {{x}} 'x'`,
  'two\nlines\r\nthree',
  '\u202egnp.exe',
];

/** Hostile in its name and in every title, as only a parallel.json can be that has no PLAN. */
export const hostile = (): AnalysedPlan =>
  loneParallel({
    name: '<script>document.title=2</script>',
    achievements: HOSTILE.map((title, at) => ({
      id: `1.${at + 1}`,
      title,
      needs: at === 0 ? [] : [`1.${at}`],
    })),
  });
