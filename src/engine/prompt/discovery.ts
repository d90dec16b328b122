import { counted } from '../../shared/counted';
import { oneLine } from '../create/content';
import type { FieldName } from '../facts/field';
import type { AnalysedAchievement } from '../model/analysis';
import { isOfAnotherPlan, parallelCandidates } from '../propose/parallelTarget';
import { statusWords } from '../words/status';
import { fieldText, goalParts } from './achievementParts';
import { type Block, fixed, list, type Part, quoted, WEIGHT } from './part';
import type { Parallelism } from './prompt';
import { cleaned, code, fenced } from './quote';
import { type Draft, type PromptTask, type PromptWriter, pathCode } from './task';

const SCOPE: Readonly<Record<Parallelism, readonly [name: string, what: string]>> = {
  1: [
    'inside one achievement',
    'Look inside each achievement: which parts of it can be executed at the same time? State them as `sub_executions`, numbered behind the id of their achievement (`1.1.1`, `1.1.2`), with what each depends on. An achievement that is best done in one piece has none.',
  ],
  2: [
    'inside one priority',
    'Look at the achievements of one priority at a time: which of them can be worked on at the same time? State their dependencies on earlier priorities too, but only where they need what those deliver.',
  ],
  3: [
    'across priorities',
    'Look at all achievements at once: which can be worked on at the same time, whatever their priorities? A later priority is no dependency; needing what an earlier one delivers is.',
  ],
};

const CRITERIA = [
  '**Technical**: neither uses code, data or an interface that the other adds or changes.',
  '**Testing**: each can be tested while the other is not there, with fixtures or test data of its own.',
  '**Mergeability**: they do not change the same files, or only in places that merge without a conflict. Compare deliverables file by file, generated and shared ones (manifests, schemas, indexes) included.',
  '**Dependency**: neither needs what the other delivers, nor a decision that is made there; nor does anything between them.',
];

const STEPS = [
  'For each achievement, write down what it needs that does not exist yet, and which files it changes.',
  'For each need, find the achievement that delivers it: that is a dependency.',
  'Test every pair without a dependency by the four criteria. Where one fails, add the dependency that costs the least waiting, or name the conflict in the notes where an order would help nobody.',
  'Leave out what follows from other dependencies: where C waits for B and B for A, C need not name A.',
  'Check that no achievement waits for itself, directly or through others.',
];

/** The line that every achievement has, whatever is cut. */
const line = (task: PromptTask, { id, title, status, dependencies }: AnalysedAchievement): string => {
  const needs = dependencies.map((each) => (task.plan.byId.has(each.id) ? each.id : `${oneLine(each.id)}?`));
  const stated = needs.length > 0 ? `; stated dependencies: ${needs.join(', ')}` : '';
  return cleaned(`**${id}** ${oneLine(title)} (${statusWords(status)}${stated})`);
};

const FIELDS: readonly (readonly [name: FieldName, weight: number, what: string])[] = [
  ['deliverables', WEIGHT.dependencies, 'deliverables of achievements'],
  ['goal', WEIGHT.document, 'goals of achievements'],
  ['what', WEIGHT.document, 'goals of achievements'],
  ['effort', WEIGHT.peers, 'efforts of achievements'],
  ['tests', WEIGHT.dependents, 'tests of achievements'],
  ['success', WEIGHT.dependents, 'success criteria of achievements'],
];

const blocksOf = (task: PromptTask, achievement: AnalysedAchievement, before: string): readonly Block[] => [
  { text: before + line(task, achievement), weight: WEIGHT.task, what: '' },
  ...FIELDS.map(([name, weight, what]) => ({
    text: cleaned(fieldText(task, achievement, name)),
    weight,
    what,
  })).filter(({ text }) => text !== ''),
];

const achievementsPart = (task: PromptTask): Part => {
  const { plan, achievements } = task;
  const priorities = new Set(achievements.map(({ priority }) => priority));
  const source =
    plan.dependencySource === 'none'
      ? 'Nobody has stated dependencies yet.'
      : `Stated dependencies come from ${plan.dependencySource === 'plan' ? 'the PLAN' : 'parallel.json'}: check them like everything else.`;
  return {
    title: 'The achievements',
    intro: `${counted(achievements.length, 'achievement')} in ${priorities.size === 1 ? 'one priority' : `${priorities.size} priorities`}, from ${pathCode(task, plan.uri)}. ${source}`,
    blocks: achievements.flatMap((each, at) => {
      const isFirst = each.priority !== undefined && each.priority !== achievements[at - 1]?.priority;
      const heading = isFirst ? `Priority ${each.priority}\n\n` : '';
      return blocksOf(task, each, `${at > 0 ? '\n' : ''}${heading}`);
    }),
    isQuoted: true,
    gap: '\n',
  };
};

/** Achievements that the others may depend on, where only some are asked about. */
const otherParts = ({ plan, achievements }: PromptTask): readonly Part[] => {
  const asked = new Set(achievements);
  const others = plan.achievements.filter((each) => !asked.has(each));
  const part = quoted(
    'The other achievements of the plan',
    'They stay as they are; an achievement of the list may depend on them.',
    others.map(({ id, title }) => `${id} ${oneLine(title)}`),
    WEIGHT.list,
    'other achievements of the plan',
  );
  return [{ ...part, gap: '\n' }];
};

/** A parallel.json of the shape that is wanted, over the first achievements of the plan. */
const example = ({ plan, achievements, parallelism }: PromptTask): unknown => {
  const [first, second] = achievements;
  const entry = ({ id, title }: AnalysedAchievement, dependencies: readonly string[]) => ({
    achievement_id: id,
    title: oneLine(cleaned(title)),
    dependencies,
    estimated_hours: 3,
    ...(parallelism === 1
      ? {
          sub_executions: [
            { execution_id: `${id}.1`, title: 'What the first part does', dependencies: [] },
            { execution_id: `${id}.2`, title: 'What the second part does', dependencies: [`${id}.1`] },
          ],
        }
      : {}),
  });
  return {
    plan_name: plan.name,
    parallelization_level: `level_${parallelism}`,
    achievements: [
      ...(first ? [entry(first, [])] : []),
      ...(second && first ? [entry(second, [first.id])] : []),
    ],
    notes: ['What was uncertain, and what may conflict although no order would help'],
  };
};

/** Asks which achievements, or parts of one, can run at the same time; the answer is a parallel.json. */
export const discovery: PromptWriter = {
  reads: () => [],
  // whose they are says which name is free
  readsOf: (plan) => (plan.parallel ? [] : parallelCandidates(plan)),
  write: (task): Draft => {
    const { achievements, parallelism } = task;
    const [name, what] = SCOPE[parallelism];
    return {
      title: `Find what can run at the same time, ${name}`,
      task: [
        `Find out which work of this plan can be done at the same time, ${name}, and write down the dependencies that keep the rest in order. The answer becomes ${pathCode(task, answerUri(task))}.`,
        what,
        'A needless dependency makes people wait; a missing one lets them break each other’s work. Where the documents do not decide, look at the code; where that does not either, state the dependency and say so in the notes.',
      ].join('\n\n'),
      parts: [
        list('When two things are independent: all four must hold', CRITERIA, WEIGHT.task, ''),
        fixed('Steps', STEPS.map((step, at) => `${at + 1}. ${step}`).join('\n')),
        achievementsPart(task),
        ...otherParts(task),
        ...goalParts(task),
      ],
      done: [
        achievements.length === 1
          ? 'The achievement of the list is there, under exactly this id and title.'
          : `All ${achievements.length} achievements of the list are there, each once, under exactly these ids and titles.`,
        'Every id in a list of dependencies is the id of an achievement of this plan.',
        'There is no cycle, and no dependency that follows from others.',
        `\`parallelization_level\` is ${code(`level_${parallelism}`)}: it names the kind of parallelism, not a level of dependencies.`,
      ],
      avoid: [
        'Add a status: it is read from the files of the plan.',
        'Add achievements, or leave out those that are complete: others depend on them.',
        'Turn the order of the document or of priorities into dependencies.',
      ],
      answer: `One JSON document of exactly this shape, in one fenced block, and nothing after it:\n\n${fenced(
        cleaned(JSON.stringify(example(task), undefined, 2)),
        'json',
      )}\n\n\`estimated_hours\` is a number, or text like \`"2-3 hours"\`; leave it out where nothing is known.`,
    };
  },
};

/** Where the answer will be saved. */
const answerUri = ({ plan, textOf }: PromptTask): string => {
  const candidates = parallelCandidates(plan);
  const free = candidates.find((uri) => !isOfAnotherPlan(plan, textOf(uri)));
  return plan.parallel?.uri ?? free ?? plan.uri;
};
