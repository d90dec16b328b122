import { lazy } from '../../../shared/lazy';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { readPlan } from '../../document/plan/plan';
import type { AnalysedPlan } from '../../model/analysis';
import { nameOf } from '../../model/uri';
import type { BatchHead, NewFile } from '../batch';
import { oneLine } from '../content';
import { TEMPLATE_NAMES } from '../template/names';
import { parseTemplate, type TemplateLines } from '../template/parse';
import { renderTemplate } from '../template/render';
import { readTemplate, type TemplateFiles } from '../template/templates';
import { newPlanUri } from './place';
import { newPlanName } from './planName';
import { numbered, PLAN_TEMPLATE, PLAN_VARIABLES, type PlanSource } from './planTemplate';

export interface NewPlanRequest extends PlanSource {
  /** As typed: see {@link newPlanName}. */
  readonly name: string;
  /** URI of the folder for plans; it need not exist. */
  readonly parent: string;
  /** URI of the folder with templates; the built-in one is used without. */
  readonly templates?: string | undefined;
}

/** A PLAN that would be created: a batch of one file, which belongs to no achievement. */
export interface NewPlanBatch extends BatchHead {
  readonly kind: 'plan';
  readonly files: readonly [NewFile];
}

/**
 * Works out the PLAN that `request` would create. Fails for a name that cannot be one or is taken, for a file that is
 * there, without achievements, and for a template that is not right or makes a PLAN of which something else is read.
 */
export const prepareNewPlan = async (
  plans: readonly AnalysedPlan[],
  files: TemplateFiles,
  request: NewPlanRequest,
): Promise<Result<NewPlanBatch, UserError>> => {
  const named = newPlanName(
    request.name,
    plans.map(({ name }) => name),
  );
  if (!named.ok) return named;
  const name = named.value;
  const source: PlanSource = {
    name,
    goal: request.goal.trim(),
    priorities: request.priorities
      .map((titles) => titles.map(oneLine).filter((title) => title !== ''))
      .filter((titles) => titles.length > 0),
  };
  if (source.priorities.length === 0)
    return refuse('A plan needs at least one achievement: give it a title.');
  const uri = newPlanUri(plans, request.parent, name);
  if (await files.exists(uri)) return refuse(`${nameOf(uri)} exists.`);
  const template = await readTemplate(files, request.templates, TEMPLATE_NAMES.plan, KNOWN);
  if (!template.ok) return template;
  const content = textOf(template.value ?? builtIn(), source);
  const wrong = misreading(source, content);
  if (wrong !== undefined) return refuse(`Nothing was created: ${wrong}`);
  const file: NewFile = { id: '', title: name, uri, name: nameOf(uri), content };
  return ok({ plan: uri, planName: name, kind: 'plan', files: [file] });
};

const refuse = (why: string) => fail(new UserError(why));

const KNOWN: ReadonlySet<string> = new Set(Object.keys(PLAN_VARIABLES));
const builtIn = lazy(() => parseTemplate(PLAN_TEMPLATE, KNOWN).lines);

const textOf = (lines: TemplateLines, source: PlanSource): string =>
  renderTemplate(lines, {
    valueOf: (name) => PLAN_VARIABLES[name]?.value(source) ?? '',
    insteadOf: (name) => PLAN_VARIABLES[name]?.instead ?? '',
  });

/** Why the PLAN would be read as another than was asked for; undefined where it would not. */
const misreading = (source: PlanSource, text: string): string | undefined => {
  const facts = readPlan(text, source.name);
  if (!facts.isPlan) return 'the PLAN would not be read as one. A title `# PLAN: {{plan}}` makes it one.';
  const wanted = numbered(source);
  const read = facts.achievements;
  const other = wanted.find(({ id }, at) => read[at]?.id !== id) ?? read[wanted.length];
  if (other !== undefined)
    return `achievement ${other.id} would not be read as it was given. A template has {{achievements}} below a heading such as \`## Desirable Achievements\`.`;
  const claimed = wanted.find(({ title }, at) => read[at]?.title !== title);
  return claimed === undefined
    ? undefined
    : `the title "${claimed.title}" would be read as "${read[wanted.indexOf(claimed)]?.title}". Choose another.`;
};
