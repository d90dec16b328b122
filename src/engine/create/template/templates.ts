import { lazy } from '../../../shared/lazy';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { readEvidence } from '../../document/work/evidence';
import { childUri } from '../../model/uri';
import type { CreationKind } from '../batch';
import type { DocumentSource } from '../content';
import { BUILT_IN } from './builtin';
import { TEMPLATE_NAMES } from './names';
import { parseTemplate, type TemplateLines, type TemplateProblem } from './parse';
import { renderTemplate } from './render';
import { KNOWN, VARIABLES } from './variables';

/** What loading a template needs of a file system. */
export interface TemplateFiles {
  exists(uri: string): Promise<boolean>;
  read(uri: string): Promise<string | undefined>;
}

/** Writes the documents of one kind. */
export type WriteDocument = (source: DocumentSource) => Result<string, UserError>;

/**
 * What writes documents of this kind: the template in `folder` where there is one, else the built-in one. Fails where a
 * template cannot be read, or is not one, with the places that are wrong.
 */
export const loadTemplate = async (
  files: TemplateFiles,
  folder: string | undefined,
  kind: CreationKind,
): Promise<Result<WriteDocument, UserError>> => {
  const name = TEMPLATE_NAMES[kind];
  const template = await readTemplate(files, folder, name, KNOWN[kind]);
  if (!template.ok) return template;
  const lines = template.value;
  return ok(lines ? (source) => checked(name, source, render(lines, source)) : builtIn[kind]());
};

/**
 * The template of this name in `folder`; undefined where there is none. Fails where it cannot be read, or is not one,
 * with the places that are wrong.
 * @param known names of variables
 */
export const readTemplate = async (
  files: TemplateFiles,
  folder: string | undefined,
  name: string,
  known: ReadonlySet<string>,
): Promise<Result<TemplateLines | undefined, UserError>> => {
  const uri = folder === undefined ? undefined : childUri(folder, name);
  if (uri === undefined || !(await files.exists(uri))) return ok(undefined);
  const text = await files.read(uri);
  if (text === undefined) return fail(new UserError(`The template ${name} cannot be read.`));
  const { lines, problems } = parseTemplate(text, known);
  return problems.length > 0 ? fail(new UserError(problemText(name, problems))) : ok(lines);
};

const MOST_PROBLEMS = 5;

/** `SUBPLAN.md:3:7: unknown variable {{gaol}}; did you mean {{goal}}?` */
const problemText = (name: string, problems: readonly TemplateProblem[]): string => {
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`);
  if (problems.length > lines.length) lines.push(`and ${problems.length - lines.length} more`);
  return `Nothing was created, because a template has mistakes. ${lines.join('\n')}`;
};

const writer = (kind: CreationKind) =>
  lazy((): WriteDocument => {
    const { lines } = parseTemplate(BUILT_IN[kind], KNOWN[kind]);
    return (source) => ok(render(lines, source));
  });

const builtIn: Readonly<Record<CreationKind, () => WriteDocument>> = {
  subplan: writer('subplan'),
  execution: writer('execution'),
};

/** The document that a template makes for one achievement. */
export const render = (lines: TemplateLines, source: DocumentSource): string => {
  const known = new Map<string, string>();
  const lookUp = (name: string): string => {
    const value = known.get(name) ?? VARIABLES[name]?.value(source) ?? '';
    known.set(name, value);
    return value;
  };
  return renderTemplate(lines, {
    valueOf: lookUp,
    insteadOf: (name) => VARIABLES[name]?.instead?.(source) ?? '',
  });
};

/** A document that would be taken for another, or for work that has begun, must not be created. */
const checked = (
  name: string,
  { achievement: { id } }: DocumentSource,
  text: string,
): Result<string, UserError> => {
  const { headerIds, showsWork, claim } = readEvidence(text);
  const refuse = (why: string) => fail(new UserError(`Nothing was created: ${why}`));
  const read = headerIds[0]?.id;
  if (read === undefined) {
    return refuse(
      `a document made from the template ${name} would not say which achievement it is about. Put **Achievement**: {{id}} on a line of its own near its top.`,
    );
  }
  if (read !== id) {
    return refuse(
      `the document for ${id} made from the template ${name} would be read as one of ${read}. Put **Achievement Addressed**: {{id}} before everything else.`,
    );
  }
  if (showsWork) {
    return refuse(
      `a document made from the template ${name} would count as begun: it has a ticked box, or something in the iteration log.`,
    );
  }
  return claim?.last === 'complete'
    ? refuse(`a document made from the template ${name} would count as finished by its last **Status**.`)
    : ok(text);
};
