import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { CreationKind } from '../engine/create/batch';
import { countNext, groupWords, type NextCount } from '../engine/create/count';
import type { EvidenceFacts } from '../engine/facts/workFacts';
import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import { isOver } from '../engine/model/status';
import { span } from '../engine/model/text';
import type { PlanWait } from '../engine/model/wait';
import type { Snapshot } from '../engine/snapshot';
import { readinessWords } from '../engine/words/readiness';
import { stateWords } from '../engine/words/status';
import { placesWords, toFillCount } from '../engine/words/toFill';
import { waitWords, wholePlanWaits } from '../engine/words/waits';
import { stepOf, subplanToFill } from '../engine/workflow/step';
import { counted } from '../shared/counted';
import { commands } from './commands';
import { rangeOf } from './positions';
import { statusIcon } from './statusIcon';

/**
 * Lenses of a PLAN file, and of a SUBPLAN or EXECUTION_TASK with places to fill in; none for any other document. All
 * have their commands: one that is resolved while newer lenses come keeps the command of the old one in the editor,
 * which exists no more. `icons`: the client draws `$(name)` as an icon. `canRun`: it runs plans.
 */
export const codeLensesOf = (snapshot: Snapshot, uri: string, icons: boolean, canRun = false): CodeLens[] => {
  const plan = snapshot.planOf(uri);
  if (plan && plan.uri !== uri) return placeholderLenses(plan, uri);
  if (plan?.kind !== 'plan') return [];
  const lines = snapshot.linesOf(uri);
  const top = rangeOf(lines, span(0, 0));
  return [
    ...wholePlanWaits(plan).map((wait) => ({ range: top, command: waitCommand(wait) })),
    { range: top, command: batchCommand(plan, 'subplan') },
    { range: top, command: batchCommand(plan, 'execution') },
    { range: top, command: { title: 'What now?', command: commands.whatNow, arguments: [uri] } },
    ...(canRun && plan.achievements.some(({ status }) => !isOver(status))
      ? [{ range: top, command: run(uri) }]
      : []),
    { range: top, command: { title: 'Show graph', command: commands.showGraph, arguments: [uri] } },
    ...(plan.parallel || plan.achievements.length === 0 ? [] : [{ range: top, command: generate(uri) }]),
    ...plan.achievements.flatMap((achievement) => {
      const range = rangeOf(lines, achievement.definition);
      return achievementCommands(plan, achievement, icons).map((command) => ({ range, command }));
    }),
  ];
};

/** Goes to the plan that comes first. */
const waitCommand = (wait: PlanWait): Command => ({
  title: `Waits for ${waitWords(wait)}`,
  command: commands.openFile,
  arguments: [wait.plan],
});

const run = (uri: string): Command => ({
  title: 'Run plan',
  command: commands.runPlan,
  arguments: [uri],
});

const generate = (uri: string): Command => ({
  title: 'Generate parallel.json',
  command: commands.generateParallel,
  arguments: [uri],
});

const placeholderLenses = (plan: AnalysedPlan, uri: string): CodeLens[] => {
  const facts = factsOf(plan, uri);
  const title = facts && placesWords(facts);
  if (!facts || title === undefined) return [];
  const range = rangeOf(facts.lines, span(0, 0));
  return [{ range, command: { title, command: commands.nextPlaceholder, arguments: [uri] } }];
};

/** What a SUBPLAN or EXECUTION_TASK of the plan says. */
const factsOf = ({ work }: AnalysedPlan, uri: string): EvidenceFacts | undefined => {
  for (const documents of work.values()) {
    const found = documents.find(({ file }) => file.uri === uri);
    const kind = found?.file.reads?.kind;
    if (found) return kind === 'subplan' || kind === 'execution' ? found.facts : undefined;
  }
  return undefined;
};

/** Says how many documents are missing, and of which level the next batch would create them. */
const batchCommand = (plan: AnalysedPlan, kind: CreationKind): Command => {
  const [name, command] =
    kind === 'subplan'
      ? ['SUBPLANs', commands.batchCreateSubplans]
      : ['EXECUTIONs', commands.batchCreateExecutions];
  const missing = missingWords(countNext(plan, kind));
  return { title: `Batch create ${name} (${missing})`, command, arguments: [plan.uri] };
};

/** `level 3: 2 missing`, `level 0: 1 SUBPLAN missing`, `none missing` */
const missingWords = (count: NextCount): string => {
  const { files, missingSubplans, withoutLevel } = count;
  if (withoutLevel > 0) return `${withoutLevel} missing, in cycles`;
  if (files + missingSubplans === 0) return 'none missing';
  const missing = missingSubplans > 0 ? counted(missingSubplans, 'SUBPLAN') : String(files);
  const group = groupWords(count);
  return `${group === undefined ? '' : `${group}: `}${missing} missing`;
};

const achievementCommands = (
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
  icons: boolean,
): Command[] => [statusCommand(plan, achievement, icons), ...actionCommands(plan, achievement)];

const statusCommand = (plan: AnalysedPlan, achievement: AnalysedAchievement, icons: boolean): Command => {
  const words = [stateWords(achievement), readinessWords(achievement)].filter(Boolean).join(' · ');
  // the lens drops a plain space behind an icon
  const title = icons ? `$(${statusIcon(achievement.status)})\u00a0${words}` : words;
  const blocker = achievement.blockedBy.find((id) => plan.byId.has(id));
  const proof = achievement.evidence.find(({ kind }) => kind !== 'folder' && kind !== 'commit');
  if (blocker !== undefined) {
    return { title, command: commands.openAchievement, arguments: [plan.uri, blocker] };
  }
  return proof
    ? { title, command: commands.openFile, arguments: [proof.uri] }
    : { title, command: commands.showGraph, arguments: [plan.uri] };
};

const actionCommands = (plan: AnalysedPlan, achievement: AnalysedAchievement): Command[] => {
  const { id, subplan, status } = achievement;
  const execution = achievement.executions[0];
  const feedback = achievement.approved ?? achievement.fix ?? achievement.skipped;
  const actions: Command[] = [];
  const open = (title: string, uri: string): void => {
    actions.push({ title, command: commands.openFile, arguments: [uri] });
  };
  if (feedback !== undefined) open('Open feedback', feedback);
  const { action } = stepOf(plan, achievement);
  if (action === 'create_next_execution' && subplan !== undefined) {
    const title = 'Create next EXECUTION';
    actions.push({ title, command: commands.createNextExecution, arguments: [plan.uri, id] });
  }
  if (action === 'review') {
    actions.push({ title: 'Approve', command: commands.approve, arguments: [plan.uri, id] });
  }
  if (execution !== undefined) open('Open EXECUTION', execution);
  else if (action === 'fill_subplan' && subplan !== undefined) {
    const toFill = subplanToFill(plan, achievement);
    const title = `Fill in SUBPLAN${toFill ? ` (${toFillCount(toFill)})` : ''}`;
    actions.push({ title, command: commands.nextPlaceholder, arguments: [subplan] });
  } else if (subplan !== undefined && !isOver(status)) {
    actions.push({ title: 'Create EXECUTION', command: commands.createExecution, arguments: [plan.uri, id] });
  }
  if (subplan !== undefined) open('Open SUBPLAN', subplan);
  else if (!isOver(status) && execution === undefined) {
    actions.push({ title: 'Create SUBPLAN', command: commands.createSubplan, arguments: [plan.uri, id] });
  }
  if (!isOver(status)) {
    actions.push({ title: 'Copy prompt', command: commands.copyNextPrompt, arguments: [plan.uri, id] });
  }
  return actions;
};
