import type { PrpDocument } from '../../model/plan';
import type { Rule } from '../rule';

export const declaredStage: Rule = {
  code: 'declared-stage',
  severity: 'warning',
  summary: 'A PRP declares the same stage as one that it depends on, or an earlier one',
  explanation:
    'Stages run one after the other, and the PRPs of one stage run at the same time. A PRP that depends on another ' +
    'one of its batch has to be in a later stage. The declared stage is only compared, never used: the real stages ' +
    'follow from the dependencies, as the longest chain of them.',
  example: {
    language: 'text',
    text: '---\nprp_id: PRP-7.2.1\nstage: 2\ndependencies: [PRP-7.1.1]   # which declares stage 2 too\n---',
  },
  fix: 'Correct the stage, or leave it out.',
  *check({ prps, byId }) {
    if (!prps) return;
    const staged = new Map(prps.flatMap((prp) => (prp.facts.stage ? [[prp.id, prp] as const] : [])));
    for (const { id, uri, facts } of staged.values()) {
      const { stage } = facts;
      const early = stage ? earlyFor(stage.number, byId.get(id)?.dependencies ?? [], staged) : [];
      const [first] = early;
      if (!stage || !first) continue;
      const names = early.map((each) => `${each.id} (stage ${each.facts.stage?.number})`).join(', ');
      const level = byId.get(id)?.level;
      yield {
        uri,
        span: stage.span,
        message:
          `${id} declares stage ${stage.number}, but depends on ${names}.` +
          (level === undefined ? '' : ` By its dependencies it belongs to stage ${level + 1}.`),
        related: early.flatMap((each) =>
          each.facts.stage
            ? [{ uri: each.uri, span: each.facts.stage.span, message: `${each.id} declares its stage here` }]
            : [],
        ),
      };
    }
  },
};

/** What it depends on that does not come before its stage. */
const earlyFor = (
  stage: number,
  dependencies: readonly { readonly id: string }[],
  staged: ReadonlyMap<string, PrpDocument>,
): readonly PrpDocument[] =>
  dependencies.flatMap(({ id }) => {
    const other = staged.get(id);
    return other && (other.facts.stage?.number ?? 0) >= stage ? [other] : [];
  });
