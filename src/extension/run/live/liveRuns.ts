import type { Status } from '../../../engine/model/achievement';
import { isOver } from '../../../engine/model/status';
import type { Clash } from '../../../engine/run/clashes';
import { NO_SHARE, type RunShare } from '../../../engine/run/share';
import type { Tone } from '../../../engine/run/tone';
import type { Disposable } from '../../../shared/dispose';
import { Emitter, type Event } from '../../../shared/event';
import type { RunPicture } from '../../../webview/protocol/runTimeline';

/** What a run says of an achievement. */
export interface RunMark {
  readonly tone: Tone;
  /** To stand alone or behind an id: `running`, `a gate is red`, `blocked by 1.2`. */
  readonly words: string;
  /** What it is in the way of, one line each: `may conflict with 1.2: src/a.ts`. */
  readonly more: readonly string[];
  /** In short what is known to be in its way, not what may be: `conflict with 1.2`. */
  readonly conflict: string | undefined;
  /** Name and colour of an icon of the editor. */
  readonly icon: readonly [name: string, colour: string];
}

/** What happened to the runs of one plan. */
export interface RunNews {
  readonly planUri: string;
  /** Achievements whose mark differs. */
  readonly ids: readonly string[];
  /** Whether the words for the plan, or its {@link LiveRuns.share}, differ. */
  readonly saysOther: boolean;
}

/** What the last run of each plan says, for views that show plans and achievements. */
export interface LiveRuns {
  /** What is shown of each achievement of a plan, by its id; see {@link shownMark}. */
  marks(planUri: string): ReadonlyMap<string, RunMark>;
  /** Which of its achievements are in each other's way. */
  clashes(planUri: string): readonly Clash[];
  /** In few words how the run of a plan goes: `2 running, 1 landed`; undefined where there is nothing to say. */
  words(planUri: string): string | undefined;
  /** What the last run of a plan has of it: what is not to be called ready, and what is not left to do. */
  share(planUri: string): RunShare;
  /** The last run of a plan beside its plan; undefined where it was never run. Made when it is asked for. */
  picture(planUri: string): RunPicture | undefined;
  /** Fires after runs changed, once for all of them. */
  readonly onDidChange: Event<readonly RunNews[]>;
}

/** Nothing of runs, until somebody has what they say. */
export interface LiveSwitch extends LiveRuns, Disposable {
  follow(live: LiveRuns): void;
}

const NO_MARKS: ReadonlyMap<string, RunMark> = new Map();

export const createLiveSwitch = (onError: (error: unknown) => void): LiveSwitch => {
  const changes = new Emitter<readonly RunNews[]>(onError);
  let live: LiveRuns | undefined;
  return {
    marks: (planUri) => live?.marks(planUri) ?? NO_MARKS,
    clashes: (planUri) => live?.clashes(planUri) ?? [],
    words: (planUri) => live?.words(planUri),
    share: (planUri) => live?.share(planUri) ?? NO_SHARE,
    picture: (planUri) => live?.picture(planUri),
    onDidChange: changes.event,
    follow: (next) => {
      live = next;
      next.onDidChange((news) => changes.fire(news));
    },
    dispose: () => changes.dispose(),
  };
};

/** The mark of an achievement, unless the plan says by now that there is nothing more to do. */
export const shownMark = (
  marks: ReadonlyMap<string, RunMark>,
  { id, status }: { readonly id: string; readonly status: Status },
): RunMark | undefined => {
  const mark = marks.get(id);
  const isAtWork = mark?.tone === 'working' || mark?.tone === 'landing';
  return isOver(status) && !isAtWork ? undefined : mark;
};

/** What the menus of an achievement look at besides: there is a log to open. */
export const logTag = (mark: Pick<RunMark, 'tone'> | undefined): string =>
  mark && mark.tone !== 'held' ? ' hasRunLog' : '';
