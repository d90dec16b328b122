import { counted } from '../../shared/counted';
import { stateIn } from '../document/plan/stateIn';
import { isFinished, isGoing, isWaiting, type Lifecycle, type LifecycleEvidence } from '../model/lifecycle';
import type { Plan } from '../model/plan';
import { isOver } from '../model/status';
import { hasFeedback } from './legacyClaim';

/** The state of a plan with everything that says something of it, in the order folder, header, files. */
export interface StateOfPlan {
  readonly state: Lifecycle;
  readonly stateEvidence: readonly LifecycleEvidence[];
}

/**
 * Decides the state of a plan. The first line that fits wins:
 *
 * 1. a folder that says the plan is finished (complete, superseded, abandoned, archived);
 * 2. a header that says superseded, abandoned or archived, which files cannot show;
 * 3. files that show every achievement complete or skipped: complete;
 * 4. any other folder;
 * 5. the header. Complete counts only if the plan has no feedback file at all; otherwise the files decide. Planning
 *    counts only until work has begun, also for a folder;
 * 6. the files: active when work has begun, else planning.
 */
export const stateOfPlan = (plan: Plan): StateOfPlan => {
  const folder = folderEvidence(plan);
  const header = headerEvidence(plan);
  const files = filesEvidence(plan);
  const state = decide(folder?.says, header?.says, files?.says, () => hasFeedback(plan));
  return { state, stateEvidence: [folder, header, files].filter((each) => each !== undefined) };
};

const decide = (
  folder: Lifecycle | undefined,
  header: Lifecycle | undefined,
  files: Lifecycle | undefined,
  hasProof: () => boolean,
): Lifecycle => {
  if (folder && isFinished({ state: folder })) return folder;
  if (header && header !== 'complete' && isFinished({ state: header })) return header;
  if (files === 'complete') return 'complete';
  const said = folder ?? header;
  if (said === 'complete') return hasProof() ? 'active' : 'complete';
  return said === undefined || said === 'planning' ? (files ?? 'planning') : said;
};

const folderEvidence = ({ placed }: Plan): LifecycleEvidence | undefined =>
  placed && {
    source: 'folder',
    says: placed.says,
    words: placed.name,
    uri: placed.uri,
    span: undefined,
    line: undefined,
  };

const headerEvidence = ({ uri, facts }: Plan): LifecycleEvidence | undefined => {
  const status = facts?.header.status;
  const says = status && stateIn(status.text);
  if (!status || !says) return undefined;
  return { source: 'header', says, words: status.text, uri, span: status.span, line: status.line };
};

/** Headings of plans that tell what was reached and give it no ids. */
const RESULTS = /\b(?:achievements?|results?)\b/i;
const REACHED = /\b(?:completed?|done|delivered|reached)\b/i;

/** Nothing where no work has begun. */
const filesEvidence = (plan: Plan): LifecycleEvidence | undefined => {
  const evidence = (says: Lifecycle, words: string, uri: string): LifecycleEvidence => ({
    source: 'files',
    says,
    words,
    uri,
    span: undefined,
    line: undefined,
  });
  const total = plan.achievements.length;
  let complete = 0;
  let over = 0;
  let begun = 0;
  for (const { status } of plan.achievements) {
    if (status === 'not_started') continue;
    begun++;
    if (status === 'complete') complete++;
    if (isOver(status)) over++;
  }
  if (total === 0) {
    const results = plan.unnumbered.length;
    const isTold = plan.facts?.sections.some(
      ({ depth, title }) => depth <= 2 && RESULTS.test(title) && REACHED.test(title),
    );
    return results > 0 && isTold
      ? evidence('complete', `${counted(results, 'result')} listed as reached`, plan.uri)
      : undefined;
  }
  if (begun === 0) return undefined;
  if (over < total) return evidence('active', `${complete} of ${total} complete`, plan.folders.root);
  const words =
    complete === total
      ? `${total} of ${total} complete`
      : `${complete} complete, ${total - complete} skipped`;
  return evidence('complete', words, plan.folders.root);
};

/** What contradicts each other about the state of a plan; empty where nothing does. */
export const contradictionsOf = (
  plan: Pick<Plan, 'achievements'> & StateOfPlan,
): readonly LifecycleEvidence[] => {
  const of = (source: LifecycleEvidence['source']) =>
    plan.stateEvidence.find((each) => each.source === source);
  const [folder, header, files] = [of('folder'), of('header'), of('files')];
  const apart = [
    ...(folder && header && areApart(folder.says, header.says) ? [folder, header] : []),
    ...(folder && contradictsFiles(folder.says, files, plan) ? [folder, files] : []),
    ...(header && !isSettled(header, folder) && contradictsFiles(header.says, files, plan)
      ? [header, files]
      : []),
  ];
  return plan.stateEvidence.filter((each) => apart.includes(each));
};

/** A plan that was never begun by its header may be put aside however far it came. */
const isSettled = (header: LifecycleEvidence, folder: LifecycleEvidence | undefined): boolean =>
  header.says === 'planning' && folder !== undefined;

/** One says that it goes on, waits or is over, and the other does not; what waits may be planned meanwhile. */
const areApart = (folder: Lifecycle, header: Lifecycle): boolean => {
  if (isWaiting({ state: folder }) && header === 'planning') return false;
  return groupOf(folder) !== groupOf(header);
};

const groupOf = (state: Lifecycle): 'going' | 'waiting' | 'finished' => {
  if (isGoing({ state })) return 'going';
  return isWaiting({ state }) ? 'waiting' : 'finished';
};

/**
 * Complete where feedback shows open achievements, going on or waiting where nothing is open, planning where something
 * is complete. What is archived, superseded or abandoned may have open achievements.
 */
const contradictsFiles = (
  says: Lifecycle,
  files: LifecycleEvidence | undefined,
  plan: Pick<Plan, 'achievements'>,
): files is LifecycleEvidence => {
  if (!files) return false;
  if (says === 'complete') return files.says !== 'complete' && hasFeedback(plan);
  if (isFinished({ state: says })) return false;
  if (files.says === 'complete') return true;
  return says === 'planning' && plan.achievements.some(({ status }) => status === 'complete');
};
