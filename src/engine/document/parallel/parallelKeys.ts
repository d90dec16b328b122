import { distance } from 'fastest-levenshtein';
import { remembered } from '../../../shared/remembered';
import { furtherMeaning } from '../words/furtherWords';

/** What a key of an achievement states, however it is spelled. */
export type KeyRole = 'dependencies' | 'blocks';

/** Other words for both, whose meaning nobody would doubt. */
const SYNONYMS: Readonly<Record<KeyRole, string>> = {
  dependencies:
    'depends_on dependency depends dependent_on deps blocked_by needs requires prerequisites prerequisite prereqs prereq ' +
    'predecessors predecessor after waits_for waiting_for',
  blocks:
    'unblocks blocking required_by needed_by prerequisite_for enables dependents successors successor before',
};
const ROLES: readonly KeyRole[] = ['dependencies', 'blocks'];

/** Without case, `_`, `-` and blanks. */
const plainKey = (key: string): string => key.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

const ROLE_OF: ReadonlyMap<string, KeyRole> = new Map(
  ROLES.flatMap((role) =>
    [role, ...SYNONYMS[role].split(' ')].map((word) => [plainKey(word), role] as const),
  ),
);

/** What a key states; undefined for keys that state no dependencies. */
export const roleOf = (key: string): KeyRole | undefined => ROLE_OF.get(plainKey(key)) ?? furtherRoleOf(key);

const furtherRoleOf = (key: string): KeyRole | undefined =>
  ROLES.find((role) => furtherMeaning(key) === role);

/** The keys of an object that state dependencies, those that are written as the format has them first. */
export interface StatingKeys {
  readonly dependencies: readonly string[];
  readonly blocks: readonly string[];
  /** Keys that are a letter or two away from such a key: what they state is not known. */
  readonly misspelled: readonly string[];
}

const keysOf = (keys: readonly string[], role: KeyRole): readonly string[] => {
  const others = keys.filter((key) => key !== role && roleOf(key) === role);
  return keys.includes(role) ? [role, ...others] : others;
};

const USUAL: StatingKeys = { dependencies: ['dependencies'], blocks: ['blocks'], misspelled: [] };
const isUsual = (key: string): boolean => KNOWN.has(key) && (key === 'dependencies' || !roleOf(key));

/**
 * Reads the keys of the objects of one list: they mostly have the same ones, so those of the object before are
 * compared first.
 */
export const keyReader = (): ((object: object) => StatingKeys) => {
  let last: readonly string[] = [];
  let found: StatingKeys = USUAL;
  return (object) => {
    let at = 0;
    let isSame = true;
    for (const key in object) {
      if (last[at++] === key) continue;
      isSame = false;
      break;
    }
    if (isSame && at === last.length) return found;
    last = Object.keys(object);
    found = last.every(isUsual) ? USUAL : statingKeys(last);
    return found;
  };
};

const statingKeys = (keys: readonly string[]): StatingKeys => ({
  dependencies: keysOf(keys, 'dependencies'),
  blocks: keysOf(keys, 'blocks'),
  misspelled: keys.filter(isMisspelled),
});

/** Files have few keys, each many times. */
const isMisspelled = remembered((key): boolean => {
  const meant = roleOf(key) === undefined ? meantBy(key, ACHIEVEMENT_KEYS) : undefined;
  return meant === 'dependencies' || meant === 'blocks';
});

/** The keys of an achievement that something is read from. */
export const ACHIEVEMENT_KEYS: readonly string[] = (
  'achievement_id id title priority dependencies blocks status estimated_hours actual_hours started_at completed_at ' +
  'executor subplan_path execution_paths sub_executions level dependency_level wave'
).split(' ');
/** The keys of the file. */
export const FILE_KEYS: readonly string[] = (
  'plan_name plan version created created_date parallelization_level achievements levels priority_groups ' +
  'cross_priority_dependencies parallel_execution_waves total_achievements completed_achievements ' +
  'remaining_achievements notes analysis_notes'
).split(' ');
/** Keys that real files have for something else, though they look like others. */
const OTHERS = 'required blocked requirements dependent independent state tags time note links completed';
const KNOWN: ReadonlySet<string> = new Set([...ACHIEVEMENT_KEYS, ...FILE_KEYS, ...OTHERS.split(' ')]);

const SHORTEST_WORD = 5;
const LONG_WORD = 9;

/** The key that another one was meant to be: written in another way, or a letter (of a long one two) away. */
export const meantBy = (key: string, keys: readonly string[]): string | undefined => {
  if (KNOWN.has(key) || key.startsWith('$')) return undefined;
  const plain = plainKey(key);
  const same = keys.find((each) => plainKey(each) === plain);
  if (same !== undefined || KNOWN.has(plain) || plain.length < SHORTEST_WORD) return same;
  const most = plain.length < LONG_WORD ? 1 : 2;
  return keys.find((each) => each.length >= SHORTEST_WORD && distance(plainKey(each), plain) <= most);
};
