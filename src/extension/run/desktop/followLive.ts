import { type Clash, clashesOf, clashWords } from '../../../engine/run/clashes';
import { type ItemState, itemStateWords } from '../../../engine/run/itemState';
import { NO_SHARE, type RunShare, shareOf, shownItems } from '../../../engine/run/share';
import { toneOf } from '../../../engine/run/tone';
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
  readonly share: RunShare;
  readonly clashes: readonly Clash[];
}

const NOTHING: Shown = { marks: new Map(), words: undefined, share: NO_SHARE, clashes: [] };

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
          saysOther: before.words !== after.words || !isSame(before.share, after.share),
        };
      }),
    );
  });
  return {
    marks: (planUri) => shown(planUri).marks,
    clashes: (planUri) => shown(planUri).clashes,
    words: (planUri) => shown(planUri).words,
    share: (planUri) => shown(planUri).share,
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

/** Only the last run of a plan counts. */
const shownOf = (run: Run | undefined): Shown => {
  if (!run) return NOTHING;
  const isOpen = isGoingOn(run) || run.life === 'left';
  const { finished } = run.state;
  const items = shownItems(unwatched(run), { isOpen, finished, landedAt: run.landedAt });
  const ids = new Set(items.map(({ id }) => id));
  const clashes = clashesOf(run.state).filter(({ item }) => ids.has(item));
  const marks = new Map<string, RunMark>();
  for (const item of items) {
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
  const share = shareOf(items);
  return { marks, words: share.words ?? (isGoingOn(run) ? 'run in progress' : undefined), share, clashes };
};

/** Without a runner nobody is at it, whatever its last line says. */
const unwatched = ({ items, life }: Run): readonly ItemNow[] =>
  life === 'left'
    ? items.map((item) =>
        toneOf(item.state) === 'working' || item.state === 'landing'
          ? { ...item, state: 'interrupted' }
          : item,
      )
    : items;

const otherOf = ({ item, other }: Clash, id: string): string | undefined => (item === id ? other : item);

const conflictOf = (clashes: readonly Clash[], id: string): string | undefined => {
  const known = clashes.filter(({ kind }) => kind === 'seen');
  if (known.length === 0) return undefined;
  return `conflict with ${known.map((clash) => otherOf(clash, id) ?? 'what has landed').join(', ')}`;
};

/** What has landed is not in the files of the person yet, and must not look like what is complete. */
const iconOf = (state: ItemState): RunMark['icon'] =>
  state === 'landed' ? ['git-merge', 'testing.iconPassed'] : stateIconOf(state);

const wordsOf = ({ state, waitsFor, record }: ItemNow): string => {
  const words = itemStateWords(state);
  if (state === 'blocked') return `${words} by ${waitsFor.join(', ')}`;
  return record.attempt > 1 ? `${words} (attempt ${record.attempt})` : words;
};

const isSame = (one: RunShare, other: RunShare): boolean =>
  one.words === other.words && [...one.taken].join() === [...other.taken].join();

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
