import { createEngine } from '../../src/engine/createEngine';
import { dashboard } from '../../src/engine/dashboard/dashboardTable';
import type { Engine } from '../../src/engine/engine';
import { planLinks } from '../../src/engine/links/planLinks';
import { elementsInText, invitesId } from '../../src/engine/mention/mentions';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import type { Fix } from '../../src/engine/rule/finding';
import { documentLinksOf } from '../../src/language/documentLinks';
import { foldingRangesOf } from '../../src/language/folding';
import { hoverAt } from '../../src/language/hover';
import { failingLogger } from './failingLogger';
import { memoryFiles, uriOf } from './memoryFiles';

const PLAN = '/w/X/PLAN_X.md';

const planText = (hostile: string): string => `# PLAN: X

${hostile}

## Achievement Index

- Achievement 1.1: ${hostile}

## Desirable Achievements

### Priority 1: First ${hostile}

**Achievement 1.1**: A

- **Goal**: ${hostile}

**Achievement 1.2**: B ${hostile}

- **Dependencies**: ${hostile}
- **Effort**: ${hostile}
- **Deliverables**:
  - ${hostile}

**Achievement 1.3**: C

## Related Plans

${hostile}

## Current Status

**Next**: Achievement 1.1 ${hostile}
**Total Achievements**: 3 ${hostile}
`;

const workText = (hostile: string): string => `# Document

**Achievement**: 1.1
**Status**: ${hostile}

${hostile}

## Dependencies

After Achievement 1.2. ${hostile}

## Active EXECUTION_TASKs

| 11_01 | ${hostile} |

## Iteration Log

### Iteration 1: ${hostile}

**Actual Effort**: ${hostile}
`;

const prpText = (hostile: string): string =>
  `---\nprp_id: PRP-1.1\ntitle: T\ndependencies: [PRP-1.2]\nstatus: ${JSON.stringify(hostile)}\n---\n\n# T\n\n${hostile}\n`;

const parallelText = (hostile: string): string =>
  JSON.stringify({
    plan_name: 'X',
    achievements: [
      { achievement_id: '1.1', title: hostile, dependencies: [] },
      { achievement_id: '1.2', dependencies: [hostile], blocks: [hostile], estimated_hours: hostile },
      { achievement_id: '1.3', status: hostile, depends_on: hostile },
    ],
    parallel_execution_waves: { [hostile]: [hostile] },
    cross_priority_dependencies: [{ from: hostile, to: '1.1' }],
  });

const parentText = (hostile: string): string => `# GRAMMAPLAN: G ${hostile}

**Parent**: ${hostile}
**Progress**: ${hostile}

${hostile}

| # | Child PLAN | Status | Effort | Progress | Dependencies |
| - | ---------- | ------ | ------ | -------- | ------------ |
| 1 | PLAN_X ${hostile} | ${hostile} | ${hostile} | ${hostile} | ${hostile} |
| 2 | ${hostile} | ${hostile} | | | PLAN 1, ${hostile} |
`;

/** A workspace with the same text in every place where documents of every kind may have any text. */
export const hostileFiles = (hostile: string): Readonly<Record<string, string>> => ({
  [PLAN]: planText(hostile),
  '/w/X/subplans/SUBPLAN_X_11.md': workText(hostile),
  '/w/X/execution/EXECUTION_TASK_X_11_01.md': workText(hostile),
  '/w/X/execution/feedbacks/APPROVED_12.md': workText(hostile),
  '/w/OTHER/PLAN_OTHER.md': planText('None').replace('PLAN: X', 'PLAN: OTHER'),
  '/w/OTHER/parallel.json': parallelText(hostile),
  '/w/GRAMMAPLAN_G.md': parentText(hostile),
  '/w/PRPs/PRP-1.1-a.md': prpText(hostile),
  '/w/PRPs/PRP-1.2-b.md': prpText('new').replace('prp_id: PRP-1.1', 'prp_id: PRP-1.2'),
});

/** Something the product does with a workspace. */
export interface HostileJob {
  readonly name: string;
  run(hostile: string, workspace: HostileWorkspace): unknown;
  /** How many calls of the product that are; one when left out. */
  readonly calls?: (workspace: HostileWorkspace) => number;
}

export interface HostileWorkspace {
  readonly engine: Engine;
  readonly plan: AnalysedPlan;
  readonly text: string;
}

export const openHostile = async (hostile: string): Promise<HostileWorkspace> => {
  const record = hostileFiles(hostile);
  const files = memoryFiles(record);
  const engine = createEngine({ files, logger: failingLogger, roots: [uriOf('/w')], schemaFindings: true });
  await engine.refresh();
  const plan = engine.snapshot.plans.find(({ uri }) => uri === uriOf(PLAN));
  return { engine, plan: plan ?? failingLogger.error('no plan'), text: record[PLAN] ?? '' };
};

/** What the others stand on: it opens the workspace itself. */
export const OPENING: HostileJob = {
  name: 'reading, joining and the rules',
  run: async (hostile) => openHostile(hostile),
};

/** What is done with text that anybody may have written. Each costs at most in proportion to the length. */
export const HOSTILE_JOBS: readonly HostileJob[] = [
  OPENING,
  {
    name: 'proposing dependencies',
    run: (_, { engine, plan }) => engine.prepareParallel({ plan: plan.uri, byPriority: true }),
  },
  { name: 'links between plans', run: (_, { engine }) => planLinks(engine.snapshot.plans) },
  {
    name: 'tiers and families',
    run: (_, { engine: { snapshot } }) => [
      snapshot.tiers(),
      ...snapshot.families().map(({ progress }) => progress()),
      dashboard.tableOf(snapshot),
    ],
  },
  {
    name: 'mentions',
    run: (hostile, { plan, text }) => [elementsInText(plan, text), invitesId(hostile)],
  },
  {
    name: 'links, folds and hover',
    run: (_, { engine: { snapshot }, plan: { uri }, text }) => [
      documentLinksOf(snapshot, { uri, text }),
      foldingRangesOf(snapshot, { uri, text }),
      hoverAt(snapshot, { uri, text }, text.length >> 1),
    ],
  },
  {
    name: 'a new id',
    run: (_, { engine, plan }) => engine.prepareRename({ plan: plan.uri, id: '1.3', newId: '7.7' }),
  },
  {
    name: 'checking an answer',
    run: (hostile, { engine, plan }) =>
      engine.checkAnswer(plan.uri, `${hostile}\n\n\`\`\`json\n${parallelText(hostile)}\n\`\`\`\n${hostile}`),
  },
  {
    name: 'every fix',
    run: (_, { engine, text }) => fixesIn(engine).map((fix) => fix.edits(text)),
    calls: ({ engine }) => Math.max(1, fixesIn(engine).length),
  },
];

/** Those of the first problem of each kind in the PLAN. */
const fixesIn = ({ snapshot }: Engine): readonly Fix[] => {
  const own = snapshot.findings.filter(({ uri }) => uri === uriOf(PLAN));
  return [...new Map(own.map((finding) => [finding.code, finding])).values()].flatMap(({ fixes }) => fixes);
};
