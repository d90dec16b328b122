import { printable } from '../../words/printable';
import type { Engine, EngineJob, EngineRun } from './engine';
import { commented, headerLines, itemOptions, PREPARE, runPrefix, sharedOptions } from './parts';

export const slurm: Engine = {
  id: 'slurm',
  title: 'Slurm',
  purpose: 'A script that submits two jobs for each achievement',
  needsSlots: false,
  fileOf: (plan) => `plan-${plan}.slurm.sh`,
  write: (run, name) => [{ name, text: script(run, name) }],
};

/** A text as one word of a shell. */
const shellWord = (text: string): string => `'${printable(text).replaceAll("'", "'\\''")}'`;

const script = (run: EngineRun, name: string): string => `#!/usr/bin/env bash
${commented([
  ...headerLines(run),
  '',
  `PLAN_HUB=/shared/shop.git bash ${name} [RUN] [SBATCH OPTION...]`,
  '',
  'PLAN_HUB is a repository that all nodes reach and may push to. Without RUN, a run is continued that is',
  'called after the plan: whatever has landed is not done again. PLAN_LOGS (plan-logs) gets what jobs print.',
])}
set -euo pipefail

plan=${shellWord(run.path)}
: "\${PARALLEL_PLANS:=parallel-plans}" "\${PLAN_LOGS:=plan-logs}"
export PARALLEL_PLANS PLAN_LOGS PLAN_HUB PLAN_RUN PLAN_COMMIT

# On a node: in a clone of its own, which is removed afterwards. What was done is on the hub by then.
work() {
  local room
  room=$(mktemp -d "\${SLURM_TMPDIR:-\${TMPDIR:-/tmp}}/plan-XXXXXX")
  # shellcheck disable=SC2064
  trap "keep_record '$room' '$2'" EXIT
  git clone --quiet "$PLAN_HUB" "$room/work"
  cd "$room/work"
  git checkout --quiet --detach "$PLAN_COMMIT"
${PREPARE.map((line) => `  ${line}`).join('\n')}
  case $1 in
    item) $PARALLEL_PLANS run-item "$2" "$plan" --run "$PLAN_RUN" --hub "$PLAN_HUB"${itemOptions(run)} ;;
    land) $PARALLEL_PLANS land "$plan" --only "$2" --run "$PLAN_RUN" --hub "$PLAN_HUB"${sharedOptions(run)} ;;
  esac
}

keep_record() {
  if [ -d "$1/work/.parallel-plans/runs" ]; then
    mkdir -p "$PLAN_LOGS/$2" && cp -R "$1/work/.parallel-plans/runs/." "$PLAN_LOGS/$2/" || true
  fi
  rm -rf "$1"
}

if [ "\${1:-}" = --work ]; then
  work "$2" "$3"
  exit
fi

: "\${PLAN_HUB:?names the repository that all nodes reach}"
PLAN_RUN=\${1:-${runPrefix(run)}slurm}
options=("\${@:2}")
PLAN_COMMIT=$(git ls-remote "$PLAN_HUB" HEAD | cut -f 1)
mkdir -p "$PLAN_LOGS"
PLAN_LOGS=$(cd "$PLAN_LOGS" && pwd)
declare -A item landed last

submit() { # NAME DEPENDENCY ARGUMENTS
  local name=$1 dependency=$2
  sbatch --parsable --kill-on-invalid-dep=yes --job-name="$name" --time=${run.minutes} \\
    --output="$PLAN_LOGS/%x-%j.log" \${dependency:+"--dependency=$dependency"} \\
    "\${options[@]}" "$0" --work "\${@:3}"
}

# Landings are one lane: \`singleton\` has them one after the other, in the order in which they were submitted.
achievement() { # ID SLOT NEEDED...
  local id=$1 slot=$2 dependency="" other
  for other in "\${@:3}"; do dependency+=":\${landed[$other]}"; done
  dependency=\${dependency:+afterok$dependency}
  if [ "$slot" != - ] && [ -n "\${last[$slot]:-}" ]; then
    dependency+=\${dependency:+,}afterany:\${last[$slot]}
  fi
  item[$id]=$(submit "item-$id" "$dependency" item "$id")
  landed[$id]=$(submit "land-$PLAN_RUN" "afterok:\${item[$id]},singleton" land "$id")
  last[$slot]=\${item[$id]}
  echo "$id: jobs \${item[$id]} and \${landed[$id]}"
}

${[...run.jobs]
  .sort((one, other) => one.rank - other.rank)
  .map((job) => line(run, job))
  .join('\n')}
echo "Run $PLAN_RUN: squeue shows it, and this brings it back:"
echo "  $PARALLEL_PLANS import $plan --run $PLAN_RUN --hub $PLAN_HUB"
`;

const line = ({ slots }: EngineRun, { id, title, needs, slot }: EngineJob): string =>
  `achievement ${[id, slots === undefined ? '-' : slot, ...needs].join(' ')} # ${printable(title)}`;
