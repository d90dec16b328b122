import { fail, type Result } from '../shared/result';
import { UserError } from '../shared/userError';
import { checkAnswer } from './answer/checkAnswer';
import { prepareNewPlan } from './create/newPlan/prepare';
import { prepareCreation } from './create/prepare';
import { below, TEMPLATES_FOLDER } from './create/template/folder';
import { createReadingEngine } from './createReadingEngine';
import { prepareDependencies } from './dependency/prepare';
import { RefusedEdit } from './edit/guard/refused';
import type { Engine, EngineOptions, ReadingEngine } from './engine';
import type { AnalysedPlan } from './model/analysis';
import { isInside } from './model/uri';
import { preparePrompt } from './prompt/prepare';
import { parallelTargetOf } from './propose/parallelTarget';
import { prepareParallel } from './propose/prepare';
import { prepareRename } from './rename/prepare';

const NO_PARALLEL = 'PRP files state their own dependencies, so they have no parallel.json.';

type Preparing = Omit<Engine, keyof ReadingEngine>;

/** Creates the one engine of a process; nothing is read before the first {@link Engine.refresh}. */
export const createEngine = (options: EngineOptions): Engine => {
  const engine = createReadingEngine(options);
  return Object.assign(engine, preparingWith(engine, options));
};

/** What is worked out of the plans that `engine` has read. */
const preparingWith = (engine: ReadingEngine, { files, logger }: EngineOptions): Preparing => {
  const logged = <T>(result: Result<T, UserError>): Result<T, UserError> => {
    if (!result.ok && result.error instanceof RefusedEdit) logger.warn(result.error.message);
    return result;
  };
  const { read } = engine;
  const exists = (uri: string): Promise<boolean> => files.exists(uri);
  const planAt = (uri: string): AnalysedPlan | undefined =>
    engine.snapshot.plans.find((plan) => plan.uri === uri);
  const templatesFor = (uri: string): string | undefined => {
    const root = engine.roots.find((each) => isInside(each, uri));
    return root && below(root, TEMPLATES_FOLDER);
  };
  const gone = () => fail(new UserError('That plan is gone: refresh and try again.'));
  return {
    prepareCreation: async (request) => {
      const plan = planAt(request.plan);
      const planText = plan && plan.kind === 'plan' ? await read(plan.uri) : '';
      if (!plan || planText === undefined) return gone();
      const templates = request.templates ?? templatesFor(plan.uri);
      return prepareCreation(plan, { planText, templates, read, exists }, request);
    },
    prepareNewPlan: (request) => {
      const templates = request.templates ?? templatesFor(request.parent);
      return prepareNewPlan(engine.snapshot.plans, { read, exists }, { ...request, templates });
    },
    preparePrompt: async (request) => {
      const plan = planAt(request.plan);
      return plan ? preparePrompt(plan, read, request) : gone();
    },
    prepareParallel: async (request) => {
      const plan = planAt(request.plan);
      return plan ? prepareParallel(plan, { read, exists }, request) : gone();
    },
    prepareDependencies: async (request) => {
      const plan = planAt(request.plan);
      return plan ? prepareDependencies(plan, { read, exists }, request) : gone();
    },
    checkAnswer: async (planUri, answer) => {
      const plan = planAt(planUri);
      if (!plan) return gone();
      if (plan.kind === 'prp-batch') return fail(new UserError(NO_PARALLEL));
      const target = await parallelTargetOf(plan, { read, exists });
      return target.ok ? logged(checkAnswer(plan, target.value, answer)) : target;
    },
    prepareRename: async (request) => logged(await prepareRename(engine.snapshot, { read, exists }, request)),
  };
};
