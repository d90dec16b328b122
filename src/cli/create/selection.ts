import type { CreationSelection } from '../../engine/create/batch';

interface Choice {
  readonly level?: number;
  readonly achievements?: readonly string[];
  readonly all?: boolean;
}

/** The achievements that the options choose; without any, what comes next. */
export const selectionOf = ({ level, achievements, all }: Choice): CreationSelection => {
  if (level !== undefined) return { by: 'level', level };
  if (achievements !== undefined) return { by: 'achievements', ids: achievements };
  return all ? { by: 'all' } : { by: 'next' };
};
