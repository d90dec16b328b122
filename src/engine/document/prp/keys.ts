import { distance } from 'fastest-levenshtein';
import type { PrpKey } from '../../facts/prpFacts';
import { furtherMeaning, type Meaning } from '../words/furtherWords';

/** The spellings of each key, without `_`, `-` and capitals; where several are there, the first one here counts. */
export const SPELLINGS: Readonly<Record<PrpKey, readonly string[]>> = {
  id: ['prpid', 'id', 'prp'],
  title: ['title', 'featurename', 'name', 'feature'],
  status: ['status', 'state'],
  dependencies: [
    'dependencies',
    'dependency',
    'dependson',
    'depends',
    'blockedby',
    'prerequisites',
    'prerequisite',
    'requires',
    'needs',
    'deps',
    'after',
    'waitsfor',
    'waitingfor',
    'predecessors',
    'predecessor',
    'prereqs',
    'dependenton',
  ],
  soft: ['softdependencies', 'optionaldependencies', 'softdependson'],
  blocks: ['blocks', 'unblocks', 'requiredby', 'neededby', 'enables'],
  hours: ['estimatedhours', 'efforthours', 'effort', 'estimate', 'hours'],
  actual: ['actualhours', 'actualeffort', 'timespent'],
  batch: ['batchid', 'batch'],
  stage: ['stage'],
  files: ['filesmodified', 'modifiedfiles'],
  commit: [
    'commit',
    'gitcommit',
    'executioncommit',
    'executedcommit',
    'completioncommit',
    'commithash',
    'commits',
  ],
};

/** Keys that front matter has besides, in PRP files and other documents. */
const OTHERS = [
  'actualduration author authors branch branchname category completed completiondate complexity',
  'conflictpotential context contextsync created createdat createdby createddate date description',
  'executeddate executedhash executionorder filescreated issue issues kind labels lastmodified lastupdated',
  'layout linear mergeorder meta metadata model order owner parent parentprp parents phase plan priority project',
  'related reviewer risk scope subplan summary supersededby supersedes tags taskid tests tier type updated',
  'updatedat updatedby version worktreebranch worktreepath',
].flatMap((line) => line.split(' '));

const ALL_SPELLINGS: ReadonlySet<string> = new Set([...Object.values(SPELLINGS).flat(), ...OTHERS]);
const KEYS: ReadonlyMap<string, PrpKey> = new Map(
  (Object.keys(SPELLINGS) as PrpKey[]).flatMap((key) => SPELLINGS[key].map((each) => [each, key] as const)),
);

/** A key as {@link SPELLINGS} has it. */
export const plainKey = (written: string): string => written.replace(/[_\- ]/g, '').toLowerCase();

export const isKnownKey = (written: string): boolean =>
  ALL_SPELLINGS.has(plainKey(written)) || furtherKey(written) !== undefined;

const KEY_OF_MEANING: Partial<Readonly<Record<Meaning, PrpKey>>> = {
  dependencies: 'dependencies',
  blocks: 'blocks',
  effort: 'hours',
  actual: 'actual',
  status: 'status',
};

/** What a key says by the further words of the workspace. */
export const furtherKey = (written: string): PrpKey | undefined => {
  const meaning = furtherMeaning(written);
  return meaning && KEY_OF_MEANING[meaning];
};

/** Shorter words are a letter away from too many others. */
const SHORTEST_MISSPELT = 5;
const LONGEST_MISSPELT = 30;

/** How the keys that PRP files usually have are written. */
export const USUAL: Readonly<Record<PrpKey, string>> = {
  id: 'prp_id',
  title: 'title',
  status: 'status',
  dependencies: 'dependencies',
  soft: 'soft_dependencies',
  blocks: 'blocks',
  hours: 'estimated_hours',
  actual: 'actual_hours',
  batch: 'batch_id',
  stage: 'stage',
  files: 'files_modified',
  commit: 'commit',
};

/** What an unknown key was most likely meant to be: one that is read and is spelled almost like it. */
export const misspelt = (written: string): PrpKey | undefined => {
  if (isKnownKey(written)) return undefined;
  const key = plainKey(written);
  if (key.length < SHORTEST_MISSPELT || key.length > LONGEST_MISSPELT) {
    return undefined;
  }
  for (const [spelling, meant] of KEYS) {
    const most = spelling.length > 8 ? 2 : 1;
    const isLike = spelling.length >= SHORTEST_MISSPELT && Math.abs(spelling.length - key.length) <= most;
    if (isLike && distance(spelling, key) <= most) return meant;
  }
  return undefined;
};
