import type { AnalysedPlan } from '../../../engine/model/analysis';
import { countReadyIn } from '../../../engine/model/readiness';
import { shortClashWords } from '../../../engine/run/clashes';
import type { RunMarksMessage } from '../../../webview/protocol/runMessages';
import { type LiveRuns, shownMark } from '../../run/live/liveRuns';

type Mark = RunMarksMessage['marks'][number];

export interface RunFeedOptions {
  readonly live: LiveRuns;
  /** The plans that are drawn, as they are now. */
  readonly plans: () => readonly AnalysedPlan[];
  /** The name of an achievement in the picture. */
  readonly keyOf: (plan: AnalysedPlan, id: string) => string;
  readonly post: (message: RunMarksMessage) => void;
}

/** Tells a page what runs say of its cards: everything when it is new, then only what differs. */
export interface RunFeed {
  restart(): void;
  refresh(): void;
}

export const createRunFeed = ({ live, plans, keyOf, post }: RunFeedOptions): RunFeed => {
  let sent: ReadonlyMap<string, string> = new Map();
  let sentRest = '';
  const tell = (isWhole: boolean): void => {
    const drawn = plans();
    const clashes = drawn.flatMap((plan) => clashesIn(plan, live, keyOf));
    const now = drawn.flatMap((plan) => marksIn(plan, live, keyOf));
    const texts = new Map(now.map((mark) => [mark.id, JSON.stringify(mark)]));
    const differing = isWhole ? now : now.filter(({ id }) => texts.get(id) !== sent.get(id));
    const gone = isWhole ? [] : [...sent.keys()].filter((id) => !texts.has(id));
    const counts = {
      ready: countReadyIn(drawn, (uri) => live.share(uri).taken),
      words: drawn.flatMap(({ uri }) => live.share(uri).words ?? []).join('; '),
    };
    const rest = JSON.stringify([clashes, counts.words === '' ? '' : counts]);
    const isNew = differing.length > 0 || gone.length > 0 || rest !== sentRest;
    sent = texts;
    sentRest = rest;
    if (isNew) post({ type: 'runs', isWhole, marks: differing, gone, clashes, ...counts });
  };
  return {
    restart: () => {
      sentRest = NOTHING_SAID;
      tell(true);
    },
    refresh: () => tell(false),
  };
};

/** No clashes, and no words of runs. */
const NOTHING_SAID = JSON.stringify([[], '']);

type KeyOf = RunFeedOptions['keyOf'];
type Clashes = RunMarksMessage['clashes'];

const clashesIn = (plan: AnalysedPlan, live: LiveRuns, keyOf: KeyOf): Clashes =>
  live.clashes(plan.uri).flatMap((clash) => {
    const { item, other } = clash;
    if (other === undefined) return [];
    return [{ from: keyOf(plan, item), to: keyOf(plan, other), words: shortClashWords(clash) }];
  });

const marksIn = (plan: AnalysedPlan, live: LiveRuns, keyOf: KeyOf): readonly Mark[] => {
  const ofPlan = live.marks(plan.uri);
  return [...ofPlan.keys()].flatMap((id): readonly Mark[] => {
    const achievement = plan.byId.get(id);
    const mark = achievement && shownMark(ofPlan, achievement);
    if (!mark) return [];
    const { tone, words, more } = mark;
    return [{ id: keyOf(plan, id), tone, words, more, hasLog: tone !== 'held' }];
  });
};
