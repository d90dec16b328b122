import type { Engine, EngineFile, EngineJob, EngineRun } from './engine';
import {
  commented,
  headerLines,
  itemOptions,
  jobKeys,
  PREPARE,
  partsByLevel,
  runPrefix,
  sharedOptions,
  yamlText,
} from './parts';

/** GitHub names 256 jobs as the most of a run; a few are not items. */
const MOST_JOBS = 250;

const CHECKOUT = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';
const UPLOAD = 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2';

export const github: Engine = {
  id: 'github',
  title: 'GitHub Actions',
  purpose: 'A workflow with a job for each achievement, started by hand',
  needsSlots: true,
  fileOf: (plan) => `.github/workflows/plan-${plan}.yml`,
  write: (run, name) => {
    const stem = name.replace(/\.ya?ml$/, '');
    const parts = partsByLevel(run.jobs, MOST_JOBS);
    const nameOf = (part: number): string => (part === 0 ? `${stem}.yml` : `${stem}-${part + 1}.yml`);
    return [
      ...parts.map((jobs, part): EngineFile => {
        const next = part + 1 < parts.length ? nameOf(part + 1) : undefined;
        const title = parts.length === 1 ? '' : ` (${part + 1} of ${parts.length})`;
        return { name: nameOf(part), text: workflow(run, jobs, { item: `${stem}-item.yml`, next, title }) };
      }),
      { name: `${stem}-item.yml`, text: itemWorkflow(run) },
    ];
  },
};

/** A text in YAML that is no expression, whatever it holds. */
const plainText = (text: string): string => yamlText(text.replaceAll('${{', '$ {{'));

interface Place {
  /** The file that every job calls. */
  readonly item: string;
  /** The file that goes on. */
  readonly next: string | undefined;
  readonly title: string;
}

const runName = (run: EngineRun): string =>
  `\${{ inputs.run || format('${runPrefix(run)}{0}', github.run_id) }}`;

const workflow = (run: EngineRun, jobs: readonly EngineJob[], { item, next, title }: Place): string => {
  const keys = jobKeys(jobs);
  return `${commented([
    ...headerLines(run),
    '',
    'Start it by hand. "Re-run failed jobs" does only what failed, and what that blocked.',
  ])}
name: ${plainText(`Plan ${run.plan}${title}`)}
on:
  workflow_dispatch:
    inputs:
      run:
        description: Continue this run (empty to begin one)
        type: string
        default: ''
      only:
        description: Only these achievements, separated by commas
        type: string
        default: ''
      from:
        description: This achievement and all after it in the plan
        type: string
        default: ''
permissions:
  contents: write
jobs:
${chooseJob(run)}
${jobs.map((job) => itemJob(job, keys, item)).join('\n')}
${next === undefined ? '' : `${nextJob(run, jobs, keys, next)}\n`}`;
};

/** Runs only if somebody has chosen; ids and choices are data to it. */
const chooseJob = (run: EngineRun): string => `  choose:
    if: \${{ inputs.only != '' || inputs.from != '' }}
    runs-on: ubuntu-latest
    permissions: {}
    outputs:
      ids: \${{ steps.choose.outputs.ids }}
    steps:
      - id: choose
        env:
          ALL: ${plainText(run.jobs.map(({ id }) => id).join(','))}
          ONLY: \${{ inputs.only }}
          FROM: \${{ inputs.from }}
        run: |
          ids=,
          behind=
          IFS=,
          for id in $ALL; do
            if [ "$id" = "$FROM" ]; then behind=yes; fi
            case ",$(printf %s "$ONLY" | tr -d ' ')," in *",$id,"*) named=yes ;; *) named= ;; esac
            if [ -n "$named$behind" ]; then ids="$ids$id,"; fi
          done
          if [ "$ids" = , ]; then
            echo "The plan has no such achievement." >&2
            exit 1
          fi
          echo "ids=$ids" >> "$GITHUB_OUTPUT"`;

/** What it needs in earlier parts has ended by then: whether it landed, the worker sees for itself. */
const itemJob = (job: EngineJob, keys: ReadonlyMap<string, string>, item: string): string => {
  const needs = ['choose', ...job.needs.flatMap((id) => keys.get(id) ?? [])];
  return `  ${keys.get(job.id)}:
    name: ${plainText(`${job.id} ${job.title}`)}
    needs: [${needs.join(', ')}]
    if: \${{ !failure() && !cancelled() && (needs.choose.result == 'skipped' || contains(needs.choose.outputs.ids, ',${job.id},')) }}
    uses: ./.github/workflows/${item}
    with: { id: ${plainText(job.id)}, slot: ${job.slot}, run: "\${{ inputs.run }}" }
    secrets: inherit`;
};

const nextJob = (
  run: EngineRun,
  jobs: readonly EngineJob[],
  keys: ReadonlyMap<string, string>,
  next: string,
): string => {
  const needed = new Set(jobs.flatMap(({ needs }) => needs));
  const last = jobs.filter(({ id }) => !needed.has(id)).flatMap(({ id }) => keys.get(id) ?? []);
  return `  next:
    needs: [choose, ${last.join(', ')}]
    if: \${{ !cancelled() && needs.choose.result != 'failure' }}
    runs-on: ubuntu-latest
    permissions:
      actions: write
    steps:
      - env:
          GH_TOKEN: \${{ github.token }}
          REPOSITORY: \${{ github.repository }}
          REF: \${{ github.ref_name }}
          RUN: ${runName(run)}
          ONLY: \${{ inputs.only }}
          FROM: \${{ inputs.from }}
        run: gh workflow run ${next} --repo "$REPOSITORY" --ref "$REF" -f run="$RUN" -f only="$ONLY" -f from="$FROM"`;
};

const itemWorkflow = (run: EngineRun): string => `${commented([
  ...headerLines(run),
  '',
  'One achievement: the other files call it.',
])}
name: ${plainText(`Plan ${run.plan}: one achievement`)}
on:
  workflow_call:
    inputs:
      id:
        type: string
        required: true
      slot:
        type: number
        required: true
      run:
        type: string
        required: true
permissions:
  contents: write
jobs:
  item:
    runs-on: \${{ vars.PLAN_RUNNER || 'ubuntu-latest' }}
    timeout-minutes: ${run.minutes}
    concurrency:
      group: ${plainText(`plan-${run.plan}-`).slice(0, -1)}\${{ inputs.slot }}"
      queue: max
    env:
      PARALLEL_PLANS: \${{ vars.PARALLEL_PLANS || 'parallel-plans' }}
      PLAN: ${plainText(run.path)}
      ITEM: \${{ inputs.id }}
      RUN: ${runName(run)}
    steps:
      - uses: ${CHECKOUT}
        with:
          fetch-depth: 0
      - name: Prepare this machine
        run: |
${PREPARE.map((line) => `          ${line}`).join('\n')}
      - name: Do it
        run: $PARALLEL_PLANS run-item "$ITEM" "$PLAN" --run "$RUN" --hub origin${itemOptions(run)}
${secretLines(run)}      - name: Land it
        run: $PARALLEL_PLANS land "$PLAN" --only "$ITEM" --run "$RUN" --hub origin${sharedOptions(run)}
      - name: Keep the record
        if: always()
        uses: ${UPLOAD}
        with:
          name: \${{ inputs.id }}
          path: .parallel-plans/runs/
          include-hidden-files: true
          if-no-files-found: ignore
          overwrite: true
`;

/** Nobody can add a secret whose name begins so: it would be the token of the job, which is not the executor's. */
const OWN = /^GITHUB_/;

const secretLines = ({ secrets: all }: EngineRun): string => {
  const secrets = all.filter((name) => !OWN.test(name));
  return secrets.length === 0
    ? ''
    : `        env:\n${secrets.map((name) => `          ${name}: \${{ secrets.${name} }}\n`).join('')}`;
};
