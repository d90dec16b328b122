import { newPlanUri, usualParent } from '../../engine/create/newPlan/place';
import { newPlanName } from '../../engine/create/newPlan/planName';
import type { NewPlanRequest } from '../../engine/create/newPlan/prepare';
import { titlesIn } from '../../engine/create/newPlan/titles';
import { below } from '../../engine/create/template/folder';
import type { Engine } from '../../engine/engine';
import { decodeUri, isInside, nameOf, relativeUri } from '../../engine/model/uri';
import { type Created, type CreationDeps, createBatch } from './flow';
import type { CreationUi } from './ui';

/** A question that is answered with a line of text. */
export interface Question {
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly value?: string;
  /** Why an answer will not do, as a sentence; undefined where it will. */
  wrong?(answer: string): string | undefined;
}

/** What creating a plan asks beside what every creation does. */
export interface NewPlanUi extends CreationUi {
  /** Undefined: the person turned away. */
  ask(question: Question): Promise<string | undefined>;
}

/** Where a new plan goes. */
export interface NewPlanTask {
  /** URI of a workspace folder. */
  readonly root: string;
  /** URI of the folder it was asked for in; asks when left out. */
  readonly parent?: string | undefined;
}

/** Where a workspace without plans gets its first. */
const FIRST_FOLDER = 'plans';

/** Asks for name, goal, achievements and folder of a plan, shows the PLAN, and creates it when the person says so. */
export const createNewPlan = async (
  deps: CreationDeps,
  ui: NewPlanUi,
  task: NewPlanTask,
): Promise<Created> => {
  const engine = await deps.engine();
  const request = await askPlan(engine, ui, task);
  if (!request) return turnedAway(ui);
  const prepared = await engine.prepareNewPlan({ ...request, templates: deps.templatesFor(request.parent) });
  if (!prepared.ok) throw prepared.error;
  const batch = prepared.value;
  const { files, planName } = batch;
  const proposal = {
    title: `Create the plan ${planName}`,
    action: 'Create 1 PLAN',
    files,
    skipped: [],
    unfilled: [],
    isFromView: false,
  };
  return (await ui.confirm(proposal)) === true ? createBatch(deps, ui, batch) : turnedAway(ui);
};

const turnedAway = (ui: CreationUi): undefined => {
  ui.cancelled('Cancelled: no PLAN was created.');
  return undefined;
};

const askPlan = async (
  engine: Engine,
  ui: NewPlanUi,
  task: NewPlanTask,
): Promise<NewPlanRequest | undefined> => {
  const taken = engine.snapshot.plans.map(({ name }) => name);
  const named = (text: string) => newPlanName(text, taken);
  const typed = await ui.ask({
    prompt: 'Name of the plan',
    placeHolder: 'ONLINE-SHOP',
    wrong: (text) => {
      const name = named(text);
      return name.ok ? undefined : name.error.message;
    },
  });
  const name = typed === undefined ? undefined : named(typed);
  if (!name?.ok) return undefined;
  const goal = await ui.ask({
    prompt: 'Goal: what is true when this plan is done?',
    placeHolder: 'Leave it empty to write it in the PLAN',
  });
  if (goal === undefined) return undefined;
  const priorities = await askPriorities(ui);
  const parent = priorities && (task.parent ?? (await askFolder(engine, ui, task.root, name.value)));
  return priorities && parent ? { name: name.value, goal, priorities, parent } : undefined;
};

/** One question for each priority, until an answer is empty. */
const askPriorities = async (ui: NewPlanUi): Promise<readonly (readonly string[])[] | undefined> => {
  const priorities: (readonly string[])[] = [];
  while (true) {
    const isFirst = priorities.length === 0;
    const typed = await ui.ask({
      prompt: `Priority ${priorities.length + 1}: titles of its achievements, separated by semicolons`,
      placeHolder: isFirst ? 'Read orders; Check orders' : 'Leave it empty if there are no more priorities',
      ...(isFirst ? { wrong: needsTitle } : {}),
    });
    if (typed === undefined) return undefined;
    const titles = titlesIn(typed);
    if (titles.length === 0) return isFirst ? undefined : priorities;
    priorities.push(titles);
  }
};

const needsTitle = (text: string): string | undefined =>
  titlesIn(text).length === 0 ? 'A plan needs at least one achievement: give it a title.' : undefined;

const askFolder = async (
  { snapshot }: Engine,
  ui: NewPlanUi,
  root: string,
  name: string,
): Promise<string | undefined> => {
  const usual = usualParent(snapshot.plans, root) ?? below(root, FIRST_FOLDER);
  const typed = await ui.ask({
    prompt: `Folder for ${nameOf(newPlanUri(snapshot.plans, usual, name))}, inside ${nameOf(root)}`,
    value: decodeUri(relativeUri(root, usual)),
    wrong: (path) =>
      folderIn(root, path) === undefined
        ? 'Name a folder inside the workspace folder, with / between its parts.'
        : undefined,
  });
  return typed === undefined ? undefined : folderIn(root, typed);
};

/** URI of a folder of a workspace folder, from a path with `/`; undefined for one outside. */
const folderIn = (root: string, path: string): string | undefined => {
  const parts = path
    .trim()
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const isPlain = !path.includes('\\') && !/^(?:\/|[A-Za-z]:)/.test(path.trim()) && !parts.includes('..');
  const uri = below(root, parts.join('/'));
  return isPlain && isInside(root, uri) ? uri : undefined;
};
