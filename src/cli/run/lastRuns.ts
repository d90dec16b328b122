import { itemStateWords } from '../../engine/run/itemState';
import { shownLanded } from '../../engine/run/leftAt';
import { type LandedAt, shareOf, shownItems } from '../../engine/run/share';
import { shownStates } from '../../engine/run/standing';
import { runStatusWords } from '../../engine/run/text/statusWords';
import { toneOf } from '../../engine/run/tone';
import { repositoryOf } from '../../node/git/repository';
import { landedAt } from '../../node/run/record/landedAt';
import { type FoundRun, openRun, statusOfRun } from '../../node/run/record/openRun';
import { planUriOf } from '../../node/run/record/planOfRun';
import { numberIn, runNames } from '../../node/run/record/runFolder';
import type { PlanRun } from '../status/planRun';

/** The last run of every plan that was run in these folders, where it has something of the plan. */
export const lastRuns = async (homes: readonly string[]): Promise<ReadonlyMap<string, PlanRun>> => {
  const found = new Map<string, PlanRun>();
  for (const home of homes) {
    const top = repositoryOf(home)?.top ?? home;
    for (const run of lastNames(home)) {
      // who looks at plans learns of a damaged record by the commands about runs
      const opened = await openRun(home, run).catch(() => undefined);
      const told = opened && (await planRunOf(opened, top));
      if (opened && told) found.set(planUriOf(top, opened.head), told);
    }
  }
  return found;
};

/** Runs are named like their plans, with a number: the last of each name. */
const lastNames = (home: string): readonly string[] => [
  ...new Map(
    runNames(home)
      .toSorted((one, other) => numberIn(one) - numberIn(other))
      .map((run) => [run.replace(/-\d{1,9}$/, ''), run]),
  ).values(),
];

const planRunOf = async (found: FoundRun, top: string): Promise<PlanRun | undefined> => {
  const { state, head, isRunning } = found;
  const items = shownItems(shownStates(state), {
    isOpen: isRunning || state.finished === undefined,
    finished: state.finished,
    landedAt: await whereLanded(found, top),
  });
  const words = new Map(
    items
      .filter((each) => toneOf(each.state) !== undefined)
      .map((each) => [each.id, itemStateWords(each.state)]),
  );
  return words.size === 0 && !isRunning
    ? undefined
    : {
        run: head.run,
        status: statusOfRun(found),
        statusWords: isRunning || !state.finished ? statusOfRun(found) : runStatusWords(state.finished),
        share: shareOf(items),
        words,
      };
};

const whereLanded = async ({ state, head }: FoundRun, top: string): Promise<LandedAt> => {
  const landed = shownLanded(state.items);
  const at = landed === undefined ? undefined : await landedAt(top, head.branch, landed);
  return at?.ok ? at.value : 'branch';
};
