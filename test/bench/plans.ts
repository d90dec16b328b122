import { createRandom } from '../../src/shared/random';

export interface GeneratedAchievement {
  readonly id: string;
  readonly title: string;
  readonly dependencies: readonly string[];
  /** Offset of the definition in the PLAN text. */
  readonly offset: number;
}

export interface GeneratedPlan {
  readonly name: string;
  readonly text: string;
  readonly achievements: readonly GeneratedAchievement[];
  readonly body: PlanShape['body'];
}

export interface PlanShape {
  readonly name: string;
  readonly seed: number;
  readonly priorities: number;
  readonly perPriority: number;
  /**
   * What stands below a definition: two fields as in a list of tasks, all fields people write, or these and
   * paragraphs of prose, examples and tables around the definitions.
   */
  readonly body: 'task' | 'definition' | 'prose';
}

const WORDS =
  'read parse folder evidence level graph edge cycle status report editor buffer change order writer check rule path list view panel'.split(
    ' ',
  );

/** Places in the ids of a plan; ids never collide as digits, because no part is longer than two digits. */
const idAt = (index: number, perPriority: number): string =>
  `${Math.floor(index / perPriority) + 1}.${(index % perPriority) + 1}`;

/** Up to two dependencies on achievements not far before. */
const dependenciesAt = (index: number, perPriority: number, random: () => number): string[] => {
  const ids = new Set<string>();
  for (let count = Math.floor(random() * 3); count > 0 && index > 0; count--) {
    ids.add(idAt(Math.max(0, index - 1 - Math.floor(random() * 12)), perPriority));
  }
  return [...ids];
};

const proseBetween = (sentence: () => string): string =>
  `${sentence()} ${sentence()} See [the notes](docs/notes.md) and \`src/${sentence().split(' ')[0]}.ts\`.

| Step | Result | Where |
| ---- | ------ | ----- |
| ${sentence()} | **done** | \`tests/unit\` |
| ${sentence()} | *open* | ~~old~~ new |

\`\`\`bash
# After Achievement 1.1
npm test -- --grep "${sentence()}"
**Achievement 9.9**: only an example in a fence
\`\`\`

> ${sentence()}

- [x] **SUBPLAN_01**: Achievement 1.1
- [ ] ${sentence()}
  - ${sentence()}

`;

const definition = (id: string, title: string, sentence: () => string): string =>
  `**Achievement ${id}**: ${title}

- **Goal**: ${sentence()}
- **What**:
  - ${sentence()}
  - ${sentence()} in \`src/${title.split(' ')[0]}/index.ts\`
- **Success**: ${sentence()}
- **Effort**: 2-3 hours
- **Deliverables**:
  - \`src/${title.split(' ').join('/')}.ts\` (new file)
  - ${sentence()}

`;

const task = (id: string, title: string, sentence: () => string): string =>
  `**Achievement ${id}**: ${title}

- **Goal**: ${sentence()}
- **Effort**: 2-3 hours

`;

/** A PLAN as people write them: the same text for the same shape, on every machine. */
export const generatePlan = ({ name, seed, priorities, perPriority, body }: PlanShape): GeneratedPlan => {
  const prose = body === 'prose';
  const random = createRandom(seed);
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? 'plan';
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const sentence = (): string => `${words(8 + Math.floor(random() * 10))}.`;
  const parts = [`# PLAN: ${name}\n\n**Status**: Planning\n\n## 🎯 Goal\n\n${sentence()}\n\n`];
  if (prose) parts.push('## 📖 Context\n\n', proseBetween(sentence), proseBetween(sentence));
  parts.push('## 🎯 Desirable Achievements (Priority Order)\n\n');
  let offset = parts.join('').length;
  const achievements: GeneratedAchievement[] = [];
  const push = (part: string): void => {
    parts.push(part);
    offset += part.length;
  };
  for (let index = 0; index < priorities * perPriority; index++) {
    if (index % perPriority === 0) push(`### Priority ${index / perPriority + 1}: ${words(3)}\n\n`);
    const id = idAt(index, perPriority);
    const title = words(4);
    achievements.push({ id, title, dependencies: dependenciesAt(index, perPriority, random), offset });
    push((body === 'task' ? task : definition)(id, title, sentence));
    if (prose) push(proseBetween(sentence));
  }
  push(`## 📊 Current Status\n\n**Next**: Achievement 1.1\n\n${prose ? proseBetween(sentence) : ''}`);
  return { name, text: parts.join(''), achievements, body };
};

/**
 * The parallel.json of a plan, laid out as people write it: a line a property. `extra` adds dependencies; lists of
 * tasks have the required keys only. `statusOf` gives the status it claims.
 */
export const parallelText = (
  { name, achievements, body }: GeneratedPlan,
  extra: ReadonlyMap<string, readonly string[]> = new Map(),
  statusOf: (id: string) => string = () => 'not_started',
): string => {
  const rest = (title: string): string =>
    body === 'task' ? '' : `,\n      "title": "${title}",\n      "estimated_hours": 2.5`;
  const entries = achievements.map(({ id, title, dependencies }) => {
    const all = [...dependencies, ...(extra.get(id) ?? [])].map((each) => `"${each}"`).join(', ');
    return `    {
      "achievement_id": "${id}",
      "dependencies": [${all}],
      "status": "${statusOf(id)}"${rest(title)}
    }`;
  });
  return `{
  "plan_name": "${name}",
  "parallelization_level": "level_3",
  "created_date": "2025-11-02",
  "achievements": [
${entries.join(',\n')}
  ]
}
`;
};
