import { oneLine } from '../create/content';
import { USUAL_SECTIONS } from '../document/plan/compliance';
import { findSection } from '../document/plan/sectionKind';
import type { FieldName } from '../facts/field';
import type { AnalysedAchievement } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { isOver } from '../model/status';
import { sliceOf } from '../model/text';
import { statusWords } from '../words/status';
import { type Part, paragraphsOf, quoted, WEIGHT } from './part';
import { type PromptTask, pathCode } from './task';

/** More than this many achievements around one are counted, not listed. */
const MOST_AROUND = 12;

/** The definition of an achievement as its document has it: never cut. */
export const definitionPart = (task: PromptTask, achievement: AnalysedAchievement): Part =>
  quoted(
    `Achievement ${achievement.id}`,
    `Its definition, from line ${achievement.line} of ${pathCode(task, achievement.uri)}:`,
    [sliceOf(task.textOf(achievement.uri), achievement.body)],
    WEIGHT.task,
    '',
  );

/** What has to be finished first: how far it is, and what it delivers. */
export const dependencyParts = (task: PromptTask): readonly Part[] => {
  const needed = new Map<AchievementId, AchievementId[]>();
  for (const { id, dependencies } of task.achievements) {
    for (const dependency of dependencies) {
      const by = needed.get(dependency.id) ?? [];
      by.push(id);
      needed.set(dependency.id, by);
    }
  }
  const isBatch = task.achievements.length > 1;
  return [
    quoted(
      'What it builds on',
      'These achievements come first. Use what they delivered; what is not complete yet may still change.',
      [...needed].map(([id, by]) => {
        const achievement = task.plan.byId.get(id);
        const text = achievement ? summary(task, achievement) : `${oneLine(id)}: not in the plan`;
        return isBatch ? `For ${by.join(', ')}: ${text}` : text;
      }),
      WEIGHT.dependencies,
      'achievements it builds on',
    ),
  ];
};

/** Open achievements that may run at the same time, as far as dependencies are stated, and what they touch. */
export const peerParts = (task: PromptTask): readonly Part[] => {
  const covered = task.achievements.filter(({ isCovered }) => isCovered);
  const levels = new Set(covered.map(({ level }) => level));
  levels.delete(undefined);
  const own = new Set(task.achievements);
  const peers = task.plan.achievements.filter(
    (each) => levels.has(each.level) && each.isCovered && !own.has(each) && !isOver(each.status),
  );
  return [
    quoted(
      'What may run at the same time',
      'Others may work on these now. Keep out of the files they deliver, and say so where that is impossible.',
      summaries(task, peers),
      WEIGHT.peers,
      'achievements that may run at the same time',
    ),
  ];
};

/** What waits for the achievements. */
export const dependentParts = (task: PromptTask): readonly Part[] => {
  const own = new Set(task.achievements.map(({ id }) => id));
  const ids = new Set(task.achievements.flatMap(({ dependents }) => dependents));
  const waiting = task.plan.achievements.filter(({ id }) => ids.has(id) && !own.has(id));
  return [
    quoted(
      'What waits for it',
      'These achievements cannot start before it is complete.',
      [counted(waiting, (each) => `${each.id} ${oneLine(each.title)}`).join('\n')],
      WEIGHT.dependents,
      'achievements that wait for it',
    ),
  ];
};

/** The goal of the plan as a whole. */
export const goalParts = (task: PromptTask): readonly Part[] => {
  const kind = USUAL_SECTIONS.find(({ title }) => title === 'Goal');
  const section = kind && task.plan.facts && findSection(task.plan.facts.sections, kind);
  if (!section) return [];
  const text = sliceOf(task.textOf(task.plan.uri), section.span).slice(
    section.heading.end - section.heading.start,
  );
  return [
    quoted(
      'The goal of the plan',
      'What all of this is for:',
      paragraphsOf(text),
      WEIGHT.plan,
      'paragraphs of the goal of the plan',
    ),
  ];
};

/** The values of a field as written, labels included; empty where there is none. */
export const fieldText = (task: PromptTask, { uri, fields }: AnalysedAchievement, name: FieldName): string =>
  fields
    .filter((field) => field.name === name)
    .map(({ block }) => sliceOf(task.textOf(uri), block))
    .join('\n');

const summary = (task: PromptTask, achievement: AnalysedAchievement): string => {
  const { id, title, status, evidence } = achievement;
  const proof = evidence.find(({ kind }) => kind !== 'folder' && kind !== 'commit');
  const state = proof ? `${statusWords(status)} (${task.pathOf(proof.uri)})` : statusWords(status);
  const delivers = fieldText(task, achievement, 'deliverables');
  return [`${id} ${oneLine(title)}: ${state}`, ...(delivers ? [delivers] : [])].join('\n');
};

const summaries = (task: PromptTask, achievements: readonly AnalysedAchievement[]): readonly string[] =>
  counted(achievements, (each) => summary(task, each));

const counted = (
  achievements: readonly AnalysedAchievement[],
  words: (achievement: AnalysedAchievement) => string,
): readonly string[] => {
  const more = achievements.length - MOST_AROUND;
  return [...achievements.slice(0, MOST_AROUND).map(words), ...(more > 0 ? [`and ${more} more`] : [])];
};
