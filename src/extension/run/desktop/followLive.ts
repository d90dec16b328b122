import { type Clash, clashesOf, clashWords } from '../../../engine/run/clashes';
import type { ItemState } from '../../../engine/run/itemState';
import { type Tone, toneOf } from '../../../engine/run/tone';
import { printable } from '../../../engine/words/printable';
import type { Disposable } from '../../../shared/dispose';
import { Emitter } from '../../../shared/event';
import type { LiveRuns, RunMark, RunNews } from '../live/liveRuns';
import { type ItemNow, isGoingOn, type Run, type Runs } from '../runs';
import { stateIconOf } from '../stateIconParts';
import { runPicture } from './runPicture';

/** What is shown of one plan. */
interface Shown {
  readonly marks: ReadonlyMap<string, RunMark>;
  readonly words: string | undefined;
  readonly clashes: readonly Clash[];
}

const NOTHING: Shown = { marks: new Map(), words: undefined, clashes: [] };

/** Works out what runs say, plan by plan, when their runs change. */
export const followLive = (
  runs: Pick<Runs, 'ofPlan' | 'onDidChange'>,
  onError: (error: unknown) => void,
): LiveRuns & Disposable => {
  const changes = new Emitter<readonly RunNews[]>(onError);
  const known = new Map<string, Shown>();
  const shown = (planUri: string): Shown => known.get(planUri) ?? NOTHING;
  const listening = runs.onDidChange((changed) => {
    const plans = new Set(changed.map(({ planUri }) => planUri));
    changes.fire(
      [...plans].map((planUri): RunNews => {
        const before = shown(planUri);
        const after = shownOf(runs.ofPlan(planUri)[0]);
        known.set(planUri, after);
        return {
          planUri,
          ids: differingIds(before.marks, after.marks),
          saysOther: before.words !== after.words,
        };
      }),
    );
  });
  return {
    marks: (planUri) => shown(planUri).marks,
    clashes: (planUri) => shown(planUri).clashes,
    words: (planUri) => shown(planUri).words,
    picture: (planUri) => {
      const [run] = runs.ofPlan(planUri);
      return run && runPicture(run, Date.now());
    },
    onDidChange: changes.event,
    dispose: () => {
      listening.dispose();
      changes.dispose();
    },
  };
};

/** Only the last run of a plan counts, and only until it has ended well or somebody ended it. */
const shownOf = (run: Run | undefined): Shown => {
  if (!run || !isOpen(run)) return NOTHING;
  const clashes = clashesOf(run.state);
  const marks = new Map<string, RunMark>();
  for (const item of run.items) {
    const tone = toneOf(item.state);
    if (!tone) continue;
    const own = clashes.filter((clash) => clash.item === item.id || clash.other === item.id);
    marks.set(item.id, {
      tone,
      words: wordsOf(item),
      more: own.map((clash) => printable(clashWords(clash, otherOf(clash, item.id)))),
      conflict: conflictOf(own, item.id),
      icon: iconOf(item.state),
    });
  }
  return { marks, words: isGoingOn(run) ? summaryOf(run) : undefined, clashes };
};

const otherOf = ({ item, other }: Clash, id: string): string | undefined => (item === id ? other : item);

const conflictOf = (clashes: readonly Clash[], id: string): string | undefined => {
  const known = clashes.filter(({ kind }) => kind === 'seen');
  if (known.length === 0) return undefined;
  return `conflict with ${known.map((clash) => otherOf(clash, id) ?? 'what has landed').join(', ')}`;
};

/** What has landed is not in the files of the person yet, and must not look like what is complete. */
const iconOf = (state: ItemState): RunMark['icon'] =>
  state === 'landed' ? ['git-merge', 'testing.iconPassed'] : stateIconOf(state);

const isOpen = (run: Run): boolean =>
  isGoingOn(run) ||
  run.life === 'left' ||
  run.state.finished === 'waiting' ||
  run.state.finished === 'failed';

const wordsOf = ({ state, words, waitsFor, record }: ItemNow): string => {
  if (state === 'blocked') return `${words} by ${waitsFor.join(', ')}`;
  return record.attempt > 1 ? `${words} (attempt ${record.attempt})` : words;
};

const summaryOf = ({ items }: Run): string => {
  const tones = items.map(({ state }) => toneOf(state));
  const count = (...wanted: readonly Tone[]): number =>
    tones.filter((tone) => tone !== undefined && wanted.includes(tone)).length;
  const parts: readonly (readonly [number, string])[] = [
    [count('working', 'landing'), 'running'],
    [count('person'), 'waiting for you'],
    [count('failed', 'conflict'), 'failed'],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length > 0 ? said.join(', ') : 'run in progress';
};

const differingIds = (
  before: ReadonlyMap<string, RunMark>,
  after: ReadonlyMap<string, RunMark>,
): readonly string[] => {
  const isSame = (id: string): boolean => {
    const [one, other] = [before.get(id), after.get(id)];
    return one === other || (one && other && JSON.stringify(one) === JSON.stringify(other)) === true;
  };
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => !isSame(id));
};
