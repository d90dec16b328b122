import { isOver } from '../../model/status';
import type { Rule } from '../rule';

export const unclearArchive: Rule = {
  code: 'unclear-archive',
  severity: 'warning',
  summary: 'It is not clear where the Archive Location of a PLAN is',
  explanation:
    'Work at the declared Archive Location counts like work beside the plan, and finished work moves there. So a ' +
    'PLAN has to declare exactly one folder. Three things are reported:\n\n' +
    '- two different folders, because it is not clear which one is meant (work at either counts),\n' +
    '- a folder outside the workspace, because nothing there is read,\n' +
    '- a date that is still to be filled in (`shop-YYYY-MM`), once everything else is done.',
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
    `This PLAN declares two Archive Locations: ${path} here and another one elsewhere. Work at either counts, but it is not clear which one is meant.`,
  outside: (path: string) =>
    `The Archive Location ${path} is outside the workspace, so nothing there is read.`,
  placeholder: (path: string) =>
    `Everything is done, but the Archive Location ${path} is still to be filled in.`,
} as const;
