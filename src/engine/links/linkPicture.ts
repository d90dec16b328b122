import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { countReady } from '../model/readiness';
import type { LinkEnd, LinkKind, PlanLink } from './link';

/** What is drawn of plans and the links between them: each plan, and the achievements that links name. */
export interface LinkPicture {
  readonly plans: readonly LinkedPlan[];
  readonly arrows: readonly LinkArrow[];
}

export interface LinkedPlan {
  readonly plan: AnalysedPlan;
  /** Name of the node that stands for it: letters and digits, no text of a document. */
  readonly node: string;
  readonly achievements: readonly { readonly node: string; readonly achievement: AnalysedAchievement }[];
}

/** From what comes first, or from what names the other. */
export interface LinkArrow {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
}

/** What an arrow says, read along it. */
export const ARROW_WORDS: Readonly<Record<LinkKind, string>> = {
  depends: 'needed by',
  blocks: 'blocks',
  related: 'related to',
};

/** `3 of 9 complete, 2 ready`. */
export const planWords = (plan: AnalysedPlan): string => {
  const { progress } = plan;
  const ready = countReady(plan);
  return `${progress.complete} of ${progress.total} complete${ready > 0 ? `, ${ready} ready` : ''}`;
};

export const linkPicture = (plans: readonly AnalysedPlan[], links: readonly PlanLink[]): LinkPicture => {
  const named = new Map<AnalysedPlan, Set<AchievementId>>(plans.map((plan) => [plan, new Set()]));
  for (const { plan, achievement } of links.flatMap(({ from, to }) => [from, to])) {
    if (achievement !== undefined) named.get(plan)?.add(achievement);
  }
  const linked = plans.map((plan, at): LinkedPlan => {
    const ids = named.get(plan);
    return {
      plan,
      node: `p${at}`,
      achievements: plan.achievements
        .filter(({ id }) => ids?.has(id))
        .map((achievement, index) => ({ node: `p${at}a${index}`, achievement })),
    };
  });
  const nodes = new Map(
    linked.map(({ plan, achievements }) => [
      plan,
      new Map(achievements.map(({ node, achievement }) => [achievement.id, node])),
    ]),
  );
  const boxes = new Map(linked.map(({ plan, node }) => [plan, node]));
  const nodeOf = ({ plan, achievement }: LinkEnd): string =>
    (achievement === undefined ? undefined : nodes.get(plan)?.get(achievement)) ?? boxes.get(plan) ?? '';
  return {
    plans: linked,
    arrows: links.map(({ kind, from, to }) => {
      const [first, second] = kind === 'depends' ? [to, from] : [from, to];
      return { kind, from: nodeOf(first), to: nodeOf(second) };
    }),
  };
};
