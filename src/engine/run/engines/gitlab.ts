import { printable } from '../../words/printable';
import type { Engine, EngineJob, EngineRun } from './engine';
import { commented, headerLines, itemOptions, PREPARE, runPrefix, sharedOptions, yamlText } from './parts';

/** GitLab takes no more `needs` of a job. */
const MOST_NEEDS = 50;

export const gitlab: Engine = {
  id: 'gitlab',
  title: 'GitLab CI',
  purpose: 'A pipeline with two jobs for each achievement, to include in your own',
  needsSlots: false,
  fileOf: (plan) => `plan-${plan}.gitlab-ci.yml`,
  write: (run, name) => [{ name, text: pipeline(run) }],
};

const pipeline = (run: EngineRun): string => `${commented([
  ...headerLines(run),
  '',
  'Include it in .gitlab-ci.yml, or start it as a child pipeline. PLAN_HUB has to take pushes: see',
  'docs/beyond-one-machine.md of Parallel Plans. "Retry" does only what failed.',
])}
stages: [plan]

variables:
  PARALLEL_PLANS: parallel-plans
  PLAN: ${yamlText(run.path)}
  PLAN_RUN: "${runPrefix(run)}$CI_PIPELINE_ID"
  PLAN_HUB: $CI_REPOSITORY_URL

.plan-worker:
  stage: plan
  timeout: ${run.minutes} minutes
  variables:
    GIT_STRATEGY: clone
    GIT_DEPTH: "0"
  before_script:
${PREPARE.map((line) => `    - ${yamlText(line)}`).join('\n')}
  artifacts:
    when: always
    expire_in: 1 week
    paths:
      - .parallel-plans/runs/

.plan-item:
  extends: .plan-worker
  script:
    - $PARALLEL_PLANS run-item "$PLAN_ID" "$PLAN" --run "$PLAN_RUN" --hub "$PLAN_HUB"${itemOptions(run)}

.plan-land:
  extends: .plan-worker
  resource_group: ${yamlText(`plan-${run.plan}-land`)}
  script:
    - $PARALLEL_PLANS land "$PLAN" --only "$PLAN_ID" --run "$PLAN_RUN" --hub "$PLAN_HUB"${sharedOptions(run)}
${run.jobs.map((job) => jobsOf(run, job)).join('')}`;

const jobsOf = ({ plan, slots }: EngineRun, { id, title, needs, slot }: EngineJob): string => {
  const landed = needs.map((other) => `land ${other}`);
  const joins = joinsOf(id, landed);
  const waits = joins.length > 0 ? joins.map(({ name }) => name) : landed;
  return `
# ${printable(title)}
${joins.map(joinText).join('')}"item ${id}":
  extends: .plan-item
  needs: [${waits.map(needText).join(', ')}]
  variables: { PLAN_ID: ${yamlText(id)} }
${slots === undefined ? '' : `  resource_group: ${yamlText(`plan-${plan}-${slot}`)}\n`}"land ${id}":
  extends: .plan-land
  needs: [${needText(`item ${id}`)}]
  variables: { PLAN_ID: ${yamlText(id)} }
`;
};

/** Records are for people: no job goes on from that of another one. */
const needText = (job: string): string => `{ job: ${yamlText(job)}, artifacts: false }`;

interface Join {
  readonly name: string;
  readonly needs: readonly string[];
}

/** Jobs that do nothing but wait for others, where a job would have to wait for too many itself. */
const joinsOf = (id: string, needs: readonly string[]): readonly Join[] => {
  if (needs.length <= MOST_NEEDS) return [];
  const joins: Join[] = [];
  for (let at = 0; at < needs.length; at += MOST_NEEDS) {
    joins.push({ name: `join ${id} ${joins.length + 1}`, needs: needs.slice(at, at + MOST_NEEDS) });
  }
  return joins;
};

const joinText = ({ name, needs }: Join): string => `"${name}":
  stage: plan
  variables: { GIT_STRATEGY: none }
  needs: [${needs.map(needText).join(', ')}]
  script: ["true"]
`;
