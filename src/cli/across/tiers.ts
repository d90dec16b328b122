import { type OrderDifference, orderDifferences } from '../../engine/links/familyOrder';
import type { PlanOrder } from '../../engine/links/planOrder';
import { type PlanTiers, tiersOf } from '../../engine/links/tiers';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { stateMark } from '../../engine/model/lifecycle';
import { parentTitle } from '../../engine/model/parent';
import { countReady } from '../../engine/model/readiness';
import { differenceWords } from '../../engine/words/family';
import { printable } from '../../engine/words/printable';
import { aheadWords, cycleWords, tierTitle } from '../../engine/words/tiers';
import { counted } from '../../shared/counted';
import { toJson } from '../../shared/toJson';
import { familyJson } from '../json/familyJson';
import { linkJson } from '../json/planLinkJson';
import { familyLines } from '../status/familyLines';
import { type Paint, painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';

/** `tiers`: which plans may be worked on at the same time, and which come after others. */
export const tiers = (terminal: Terminal, workspace: Workspace, format: 'text' | 'json'): number => {
  const found = askedFor(workspace);
  terminal.out(
    format === 'json' ? toJson(tiersJson(workspace, found)) : tiersText(workspace, found, painter(terminal)),
  );
  return exitCodeOf(workspace);
};

/** Tiers come from all plans that were read; those asked for are shown. */
const askedFor = ({ plans, known }: Workspace): PlanTiers => {
  const asked = new Set(plans);
  const all = tiersOf(known);
  return {
    ...all,
    tiers: all.tiers
      .map((tier) => ({ ...tier, plans: tier.plans.filter((plan) => asked.has(plan)) }))
      .filter(({ plans: shown }) => shown.length > 0),
    without: all.without.filter((plan) => asked.has(plan)),
  };
};

const tiersJson = (workspace: Workspace, found: PlanTiers): unknown => {
  const planJson = (plan: AnalysedPlan) => ({
    name: plan.name,
    path: pathIn(workspace, plan.uri),
    state: plan.state,
    priority: plan.priority ?? null,
    progress: { complete: plan.progress.complete, total: plan.progress.total },
    ready: countReady(plan),
    after: found.aheadOf(plan).map((order) => orderJson(workspace, order)),
  });
  return {
    tiers: found.tiers.map(({ tier, plans }) => ({ tier, plans: plans.map(planJson) })),
    without: found.without.map(planJson),
    parents: workspace.families().map((family) => familyJson(workspace, family)),
    differences: differencesIn(workspace, found).map((difference) => ({
      source: parentTitle(difference.family.parent),
      path: pathIn(workspace, difference.family.parent.uri),
      line: difference.row.line,
      first: difference.first.name,
      after: difference.after.name,
      kind: difference.kind,
    })),
    cycles: found.cycles.map((cycle) => cycle.map(({ after }) => after.plan.name)),
  };
};

/** Where a document above says otherwise of plans that are shown. */
const differencesIn = (workspace: Workspace, found: PlanTiers): readonly OrderDifference[] => {
  const shown = new Set([...found.tiers.flatMap(({ plans }) => plans), ...found.without]);
  return orderDifferences(workspace.families(), found).filter(({ after }) => shown.has(after));
};

/** What comes first, and where it is said. */
const orderJson = (workspace: Workspace, { first, isHard, link }: PlanOrder) => ({
  plan: first.plan.name,
  path: pathIn(workspace, first.plan.uri),
  hard: isHard,
  kind: linkJson(link.relation),
  saidIn: pathIn(workspace, link.said.uri),
  line: (workspace.linesOf(link.said.uri)?.lineAt(link.said.span.start) ?? 0) + 1,
});

const tiersText = (workspace: Workspace, found: PlanTiers, paint: Paint): string => {
  if (found.tiers.length + found.without.length === 0) return 'No open plans found.';
  const width = Math.max(
    ...[...found.tiers.flatMap(({ plans }) => plans), ...found.without].map(({ name }) => name.length),
  );
  const lines = (plans: readonly AnalysedPlan[]) => plans.map((plan) => planLine(plan, found, width, paint));
  return [
    ...found.tiers.map(({ tier, plans }) =>
      [
        paint(
          'bold',
          `${tierTitle(tier)}: ${counted(plans.length, 'plan')}${plans.length > 1 ? ', in parallel' : ''}`,
        ),
        ...lines(plans),
      ].join('\n'),
    ),
    ...(found.without.length > 0 ? [[paint('bold', 'No tier'), ...lines(found.without)].join('\n')] : []),
    ...familyLines(workspace),
    ...differencesIn(workspace, found).map((each) => `Otherwise: ${printable(differenceWords(each))}.`),
    ...found.cycles.map((cycle) => paint('red', `Cycle: ${printable(cycleWords(cycle))}`)),
  ].join('\n\n');
};

const planLine = (plan: AnalysedPlan, { aheadOf }: PlanTiers, width: number, paint: Paint): string => {
  const { complete, total } = plan.progress;
  const ready = countReady(plan);
  const after = aheadWords(aheadOf(plan));
  const parts = [
    plan.priority,
    stateMark(plan),
    `${complete}/${total} complete`,
    ready > 0 ? `${ready} ready` : undefined,
    after && printable(after),
  ].filter((part) => part !== undefined);
  return `  ${paint('plain', printable(plan.name).padEnd(width))}  ${parts.join(', ')}`;
};
