import type { PrpFacts } from '../../facts/prpFacts';
import type { Dependency, DependencyStatement, DependencyWords, ElsewherePrp } from '../../model/achievement';
import type { AchievementId } from '../../model/ids';
import type { Span } from '../../model/text';
import type { PrpMember } from './identity';
import type { Meant, PrpIndex } from './resolve';

/** What a PRP depends on, as an achievement has it. */
export interface PrpDependencies {
  readonly dependencies: readonly Dependency[];
  readonly unreadDependencies: readonly DependencyWords[];
  readonly dependencyNotes: readonly DependencyWords[];
}

/** What the front matters say, each name resolved. */
export class PrpRelations {
  readonly #index: PrpIndex;
  readonly #elsewhere: (from: PrpMember, to: PrpMember) => ElsewherePrp | undefined;
  /** Dependencies that the other end states. */
  readonly #blocked = new Map<PrpMember, Edge[]>();

  /** @param elsewhere what is said of a PRP that is in another plan than the first one */
  constructor(
    index: PrpIndex,
    members: readonly PrpMember[],
    elsewhere: (from: PrpMember, to: PrpMember) => ElsewherePrp | undefined,
  ) {
    this.#index = index;
    this.#elsewhere = elsewhere;
    for (const member of members) this.#noteBlocked(member);
  }

  of(member: PrpMember): PrpDependencies {
    const found: Found = { edges: [], unread: [], notes: [] };
    for (const said of inTextOrder(member.facts)) this.#read(member, said, found);
    found.unread.push(...unreadFrontMatter(member.facts));
    const words = ({ text, span }: Words): DependencyWords => ({ text, uri: member.uri, span });
    return {
      dependencies: merged([...found.edges, ...(this.#blocked.get(member) ?? [])]),
      unreadDependencies: found.unread.map(words),
      dependencyNotes: found.notes.map(words),
    };
  }

  #read(member: PrpMember, said: SaidHere, found: Found): void {
    switch (said.kind) {
      case 'id': {
        const meant = this.#index.byId(member, said);
        // a mistake of its own: nobody has the id
        if (meant.length === 0) found.edges.push(edgeTo(member, said.id, said));
        else this.#add(member, meant, said, found);
        return;
      }
      case 'range': {
        const meant = this.#index.inRange(member, said.from, said.to).filter((each) => each !== member);
        if (meant.length === 0) found.unread.push({ text: rangeText(said), span: said.span });
        else this.#add(member, meant, said, found);
        return;
      }
      case 'words': {
        const meant = this.#index.byWords(member, said.text);
        if (meant.length === 0) found.notes.push(said);
        else this.#add(member, meant, said, found);
        return;
      }
      case 'note':
        found.notes.push(said);
        return;
      case 'unread':
        found.unread.push(said);
    }
  }

  #add(member: PrpMember, meant: Meant, said: SaidHere, found: Found): void {
    if (meant === 'several') {
      found.unread.push({ text: 'text' in said ? said.text : idText(said), span: said.span });
      return;
    }
    for (const target of meant) {
      const isDocument = target.facts.kind !== 'prp' && target.facts.frontMatter !== undefined;
      if (isDocument) found.notes.push({ text: idText(said), span: said.span });
      else found.edges.push(edgeTo(member, target.id, said, this.#elsewhere(member, target)));
    }
  }

  #noteBlocked(member: PrpMember): void {
    for (const said of member.facts.blocks) {
      const meant = said.kind === 'id' ? this.#index.byId(member, said) : [];
      if (meant === 'several') continue;
      for (const target of meant) {
        const list = this.#blocked.get(target) ?? [];
        list.push(edgeTo(member, member.id, said, this.#elsewhere(target, member)));
        this.#blocked.set(target, list);
      }
    }
  }
}

type SaidHere = PrpFacts['otherDependencies'][number];

interface Words {
  readonly text: string;
  readonly span: Span;
}

interface Edge {
  readonly id: AchievementId;
  readonly said: DependencyStatement;
  readonly isSoft: boolean;
  readonly elsewhere: ElsewherePrp | undefined;
}

interface Found {
  readonly edges: Edge[];
  readonly unread: Words[];
  readonly notes: Words[];
}

const edgeTo = ({ uri }: PrpMember, id: AchievementId, said: SaidHere, elsewhere?: ElsewherePrp): Edge => ({
  id,
  said: { by: 'front-matter', uri, span: said.span },
  isSoft: 'isSoft' in said && said.isSoft,
  elsewhere,
});

const inTextOrder = ({ dependencies, otherDependencies }: PrpFacts): readonly SaidHere[] =>
  [...dependencies.map((each) => ({ kind: 'id' as const, ...each })), ...otherDependencies].sort(
    (one, other) => one.span.start - other.span.start,
  );

const rangeText = ({ from, to }: Extract<SaidHere, { kind: 'range' }>): string =>
  to === undefined ? `${from}.x` : `${from} to ${to}`;

const idText = (said: SaidHere): string => {
  if (said.kind === 'range') return rangeText(said);
  if (said.kind !== 'id') return said.text;
  return said.slug === undefined ? said.id : `${said.id}-${said.slug}`;
};

/** What YAML or nobody understood may well be a dependency. */
const unreadFrontMatter = ({ problems, misspeltKeys }: PrpFacts): readonly Words[] => [
  ...problems.slice(0, 1).map(({ span }) => ({ text: 'the front matter', span })),
  ...misspeltKeys
    .filter(({ meant }) => meant === 'dependencies' || meant === 'soft')
    .map(({ key, span }) => ({ text: key, span })),
];

/** Each id once, soft only where nobody says more. */
const merged = (edges: readonly Edge[]): readonly Dependency[] => {
  const byId = new Map<AchievementId, Edge[]>();
  for (const edge of edges) {
    const list = byId.get(edge.id);
    if (list) list.push(edge);
    else byId.set(edge.id, [edge]);
  }
  return [...byId].map(([id, same]): Dependency => {
    const elsewhere = same.find((each) => each.elsewhere)?.elsewhere;
    return {
      id,
      said: same.map(({ said }) => said),
      ...(elsewhere ? { elsewhere } : {}),
      ...(same.every(({ isSoft }) => isSoft) ? { soft: true as const } : {}),
    };
  });
};
