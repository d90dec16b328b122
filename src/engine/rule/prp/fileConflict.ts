import { groupBy } from '../../../shared/groupBy';
import type { NamedFile } from '../../facts/prpFacts';
import type { PrpDocument } from '../../model/plan';
import { span } from '../../model/text';
import type { Problem, Rule } from '../rule';

interface Change {
  readonly prp: PrpDocument;
  readonly file: NamedFile;
  readonly level: number;
}

export const fileConflict: Rule = {
  code: 'file-conflict',
  severity: 'warning',
  summary: 'Two PRPs of one stage change the same file',
  explanation:
    'Two PRPs that do not depend on each other can run at the same time. If both name a file in `files_modified`, ' +
    'both edit it, and somebody has to merge the changes. PRPs of different stages run one after the other. PRPs ' +
    'that are superseded, rejected or abandoned change nothing.',
  example: {
    language: 'text',
    text: '---\nprp_id: PRP-7.1.2\nfiles_modified: src/shop.ts   # as PRP-7.1.1\n---',
  },
  fix: 'Let one depend on the other, or divide the work so that each has its own files.',
  *check({ prps, byId }) {
    if (!prps) return;
    const changes = prps.flatMap((prp): readonly Change[] => {
      const achievement = byId.get(prp.id);
      const level = achievement?.level;
      if (level === undefined || achievement?.prp?.out !== undefined) return [];
      return prp.facts.files.map((file) => ({ prp, file, level }));
    });
    for (const same of groupBy(changes, ({ level, file }) => `${level} ${pathKey(file.path)}`).values()) {
      if (new Set(same.map(({ prp }) => prp.id)).size > 1) yield* conflictsIn(same);
    }
  },
};

const pathKey = (path: string): string => path.replace(/^(?:\.\/)+/, '').replace(/\/$/, '');

function* conflictsIn(same: readonly Change[]): Generator<Problem> {
  for (const { prp, file, level } of same) {
    const others = same.filter((other) => other.prp !== prp);
    if (others.length === 0) continue;
    const ids = [...new Set(others.map((other) => other.prp.id))];
    yield {
      uri: prp.uri,
      span: span(file.span.start, file.span.end),
      message: `${prp.id} changes ${file.path} in stage ${level + 1}, and so ${ids.length === 1 ? 'does' : 'do'} ${ids.join(', ')}.`,
      related: others.map((other) => ({
        uri: other.prp.uri,
        span: other.file.span,
        message: `${other.prp.id} names it here`,
      })),
    };
  }
}
