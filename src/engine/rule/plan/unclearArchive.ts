import { isOver } from '../../model/status';
import type { Rule } from '../rule';

export const unclearArchive: Rule = {
  code: 'unclear-archive',
  severity: 'warning',
  summary: 'Nobody can tell where the Archive Location of a PLAN is',
  explanation:
    'Work at the declared Archive Location counts like work beside the plan, and finished work is moved there. So a PLAN ' +
    'has to declare one folder: two different ones leave open which is meant (what lies at either counts), one outside ' +
    'of the workspace is never looked at, and a date that is still to be filled in (`shop-YYYY-MM`) is reported once ' +
    'everything else is done.',
  example: {
    language: 'markdown',
    text: '**Archive Location**: `documentation/archive/shop/`\n\n**Archive Location**: `documentation/archive/shop-2/`',
  },
  fix: 'Declare one folder, as a path from the root of the workspace or of the repository.',
  *check({ uri, archive, achievements }) {
    if (!archive?.problem) return;
    const { problem, span, places, declared } = archive;
    if (problem === 'placeholder' && !achievements.every(({ status }) => isOver(status))) return;
    yield {
      uri,
      span,
      message: MESSAGES[problem](declared ?? ''),
      related:
        problem === 'several'
          ? places.slice(1).map((place) => ({ uri, span: place.span, message: `Here it is ${place.path}` }))
          : [],
    };
  },
};

const MESSAGES = {
  several: (path: string) =>
    `The Archive Location is ${path} here and another one elsewhere: work at either counts, but new work has no certain place.`,
  outside: (path: string) =>
    `The Archive Location ${path} is outside of the workspace: nothing there is looked at.`,
  placeholder: (path: string) =>
    `Everything is done, but the Archive Location ${path} is still to be filled in.`,
} as const;
