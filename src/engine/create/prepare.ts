import { fail, ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { type AchievementContent, readAchievementContent } from '../document/plan/achievementContent';
import { readSubplanSays, type SubplanSays } from '../document/work/subplanSays';
import { hasSection } from '../document/work/workOutline';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { nameOf } from '../model/uri';
import type { CreationBatch, CreationRequest, NewFile } from './batch';
import type { DocumentSource, NewDocument } from './content';
import { namesOf } from './naming';
import { planBatch } from './planBatch';
import { finishedDependencies } from './relations';
import { loadTemplate, type TemplateFiles } from './template/templates';

/** What documents are written from. */
export interface CreationSources extends TemplateFiles {
  /** The very text the plan was read from. */
  readonly planText: string;
  /** URI of the folder with templates; the built-in ones are used without. */
  readonly templates: string | undefined;
}

/**
 * Works out what `request` would create. Fails when the request names a level or achievement the plan does not have,
 * and when a template is not right.
 */
export const prepareCreation = async (
  plan: AnalysedPlan,
  sources: CreationSources,
  request: CreationRequest,
): Promise<Result<CreationBatch, UserError>> => {
  const planned = planBatch(plan, request);
  if (!planned.ok) return planned;
  const { targets, ...batch } = planned.value;
  const write = await loadTemplate(sources, sources.templates, request.kind);
  if (!write.ok) return write;
  const sourceOf = await sourcesFor(plan, sources, request, targets);
  const files: NewFile[] = [];
  for (const target of targets) {
    const text = write.value(sourceOf(target));
    if (!text.ok) return fail(text.error);
    const { uri, achievement } = target;
    const content = withEolOf(sources.planText, text.value);
    files.push({ id: achievement.id, title: achievement.title, uri, name: nameOf(uri), content });
  }
  return ok({ ...batch, files });
};

const sourcesFor = async (
  plan: AnalysedPlan,
  sources: CreationSources,
  { kind }: CreationRequest,
  targets: readonly NewDocument[],
): Promise<(target: NewDocument) => DocumentSource> => {
  const names = namesOf(plan);
  const folder = kind === 'subplan' ? plan.folders.subplans : plan.folders.executions;
  const contents = new Map<AchievementId, AchievementContent>();
  const contentOf = (achievement: AnalysedAchievement): AchievementContent => {
    const content = contents.get(achievement.id) ?? readAchievementContent(sources.planText, achievement);
    contents.set(achievement.id, content);
    return content;
  };
  const said = await readSubplans(sources, subplansFor(plan, kind, targets));
  const saidBy = (subplan: string | undefined) => (subplan === undefined ? undefined : said.get(subplan));
  return (target) => ({
    ...target,
    kind,
    plan,
    names,
    folder,
    content: contentOf(target.achievement),
    contentOf,
    saidBy,
  });
};

/** SUBPLANs whose words the documents take up: syntheses of what is complete, and what is planned for executions. */
const subplansFor = (
  plan: AnalysedPlan,
  kind: CreationRequest['kind'],
  targets: readonly NewDocument[],
): ReadonlySet<string> => {
  const uris = new Set<string>();
  for (const { achievement } of targets) {
    if (kind === 'execution' && achievement.subplan !== undefined) uris.add(achievement.subplan);
    for (const dependency of finishedDependencies({ plan, achievement })) {
      if (dependency.subplan !== undefined && hasSynthesis(plan, dependency)) uris.add(dependency.subplan);
    }
  }
  return uris;
};

const hasSynthesis = ({ work }: AnalysedPlan, { id, subplan }: AnalysedAchievement): boolean =>
  (work.get(id) ?? []).some(
    ({ file, facts }) => file.uri === subplan && hasSection(facts.outline, 'written'),
  );

const readSubplans = async (
  { read }: CreationSources,
  uris: ReadonlySet<string>,
): Promise<ReadonlyMap<string, SubplanSays>> => {
  const said = new Map<string, SubplanSays>();
  for (const uri of uris) {
    const text = await read(uri);
    if (text !== undefined) said.set(uri, readSubplanSays(text));
  }
  return said;
};

/** New documents end their lines as the PLAN does. */
const withEolOf = (planText: string, text: string): string =>
  /^[^\n]*\r\n/.test(planText) ? text.replace(/\n/g, '\r\n') : text;
