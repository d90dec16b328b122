import { counted } from '../../shared/counted';
import type { AnalysedPlan } from '../model/analysis';
import type { LegacyClaim, Lifecycle, LifecycleEvidence } from '../model/lifecycle';

type Stated = Pick<AnalysedPlan, 'state' | 'stateEvidence'>;

/** Whether a folder or a header says anything: what only the files say, progress says as well. */
export const isStated = ({ stateEvidence }: Stated): boolean =>
  stateEvidence.some(({ source }) => source !== 'files');

/** The state of a plan with what says so: `paused, as its folder a_paused says`. */
export const planStateWords = ({ state, stateEvidence }: Stated): string => {
  const saying = stateEvidence.find(({ says }) => says === state);
  return saying ? `${state}, as ${subjectOf(saying)}` : state;
};

const subjectOf = ({ source, words, line }: LifecycleEvidence): string => {
  if (source === 'folder') return `its folder ${words} says`;
  return source === 'header' ? `line ${line} of its PLAN says` : `its files say (${words})`;
};

/** One source in a sentence: `the folder done says complete`, `the files say 13 of 18 complete`. */
export const evidenceWords = ({ source, says, words }: LifecycleEvidence): string => {
  if (source === 'files') return `the files say ${words}`;
  return source === 'folder' ? `the folder ${words} says ${says}` : `the header says ${says}`;
};

/** What contradicts each other, and what counts: `the header says complete, the files say 13 of 18 complete`. */
export const contradictionWords = (contradicting: readonly LifecycleEvidence[]): string =>
  contradicting.map(evidenceWords).join(', ');

/** What a PLAN claims: `The PLAN calls 15 of 18 achievements complete, but no feedback file proves any of them`. */
export const claimWords = ({ claimed, of }: Pick<LegacyClaim, 'claimed' | 'of'>): string =>
  `The PLAN calls ${claimed} of ${counted(of, 'achievement')} complete, but no feedback file proves ${claimed === 1 ? 'it' : 'any of them'}`;

/** A state as a header writes it. */
export const STATE_TITLES: Readonly<Record<Lifecycle, string>> = {
  active: 'In Progress',
  planning: 'Planning',
  paused: 'Paused',
  backlog: 'Backlog',
  complete: 'Complete',
  superseded: 'Superseded',
  abandoned: 'Abandoned',
  archived: 'Archived',
};
