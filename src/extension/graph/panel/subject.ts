import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { AchievementId } from '../../../engine/model/ids';
import type { Snapshot } from '../../../engine/snapshot';
import type { Arrangement } from '../../../webview/protocol/messages';
import { keyIn } from '../model/drawnPlan';
import { graphModelSteps } from '../model/graphModel';
import { WORKSPACE, workspaceModelSteps } from '../model/workspaceModel';
import type { GraphSteps } from './graphFeed';
import { panelTitle, VIEW_TYPE, WORKSPACE_VIEW_TYPE } from './panelPage';

/** What a panel shows: one plan, or all of them. */
export interface GraphSubject {
  /** What its page remembers across a reload: the URI of a plan, or {@link WORKSPACE}. */
  readonly key: string;
  readonly viewType: string;
  readonly title: string;
  /** What the page says while there is nothing to show. */
  readonly goneText: string;
  /** Undefined while there is nothing to show. */
  stepsOf(snapshot: Snapshot, arrangement: Arrangement): GraphSteps | undefined;
  /** The plans it shows. */
  plansIn(snapshot: Snapshot): readonly AnalysedPlan[];
  /** What an achievement of a plan is called in it. */
  keyOf(plan: AnalysedPlan, id: AchievementId): string;
}

export const subjectOf = (key: string): GraphSubject => (key === WORKSPACE ? workspace() : planAt(key));

const planAt = (planUri: string): GraphSubject => ({
  key: planUri,
  viewType: VIEW_TYPE,
  title: panelTitle(planUri),
  goneText: 'This plan is no longer in the workspace.',
  stepsOf: ({ plans }, arrangement) => {
    const plan = plans.find(({ uri }) => uri === planUri);
    return plan && graphModelSteps(plan, arrangement);
  },
  plansIn: ({ plans }) => plans.filter(({ uri }) => uri === planUri),
  keyOf: (_, id) => id,
});

const workspace = (): GraphSubject => ({
  key: WORKSPACE,
  viewType: WORKSPACE_VIEW_TYPE,
  title: 'Graph: All Plans',
  goneText: 'There is no plan in this workspace.',
  stepsOf: ({ plans }) => (plans.length === 0 ? undefined : workspaceModelSteps(plans)),
  plansIn: ({ plans }) => plans,
  keyOf: ({ uri }, id) => keyIn(uri, id),
});
