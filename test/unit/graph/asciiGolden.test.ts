import assert from 'node:assert/strict';
import { toAscii } from '../../../src/engine/graph/ascii';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { cyclic, graphPlan, many, nine, scheduled, unordered } from '../../support/graphPlans';

/** What a terminal of this width shows, behind the line break that a template starts with. */
const shown = (plan: AnalysedPlan, width: number): string => `\n${toAscii(plan, { width, color: false })}`;

/** Signs of two columns, of none, and of several characters; with a dependency that the plan does not have. */
const wide = (): AnalysedPlan =>
  graphPlan(
    [
      { id: '1.1', title: '日本語の「長い題名」、全角！', status: 'complete' },
      { id: '1.2', title: 'Flags 🇩🇪, hearts ❤️, thumbs 👍🏽 and e\u0301', needs: ['1.1'] },
      {
        id: '1.10',
        title: '한국어 제목이 아주 길어서 한 줄에 들어가지 않습니다',
        needs: ['1.1', '1.2', '9.9'],
      },
    ],
    { name: '幅' },
  );

describe('the graph in a terminal', () => {
  it('shows every status as a mark and a word, level by level', () => {
    assert.equal(shown(nine(), 72), NINE);
  });

  it('shows thirty achievements in a hundred columns', () => {
    assert.equal(shown(many(30, 6), 100), THIRTY);
  });

  it('says what is critical, and by what something is blocked', () => {
    assert.equal(shown(scheduled(), 80), SCHEDULED);
  });

  it('shortens titles before states', () => {
    const [, , , , line] = shown(
      graphPlan([{ id: '1.1', title: 'Search across every imported document', status: 'execution_created' }]),
      60,
    ).split('\n');
    assert.equal(line, '  [:] 1.1  Search across every im…  EXECUTION created, ready');
  });

  it('writes cycles out', () => {
    assert.equal(shown(cyclic(), 72), CYCLIC);
  });

  it('claims no order where nobody stated one', () => {
    assert.equal(shown(unordered(), 60), UNORDERED);
  });

  it('keeps its columns whatever letters titles are written in', () => {
    assert.equal(shown(wide(), 60), WIDE);
  });
});

const NINE = `
DOCUMENT-SEARCH: 2 of 9 complete, 2 ready

Level 0 (2 of 3 complete)
  [x] 1.1  Read the configuration file                          complete
  [x] 1.2  Describe the storage schema                          complete
  [-] 1.3  Collect sample documents                              skipped

Level 1 (0 of 3 complete)
  [~] 2.1  Import documents in the background         in progress, ready
           <- 1.1, 1.2
  [.] 2.2  Show the import history  <- 1.2        SUBPLAN created, ready
  [!] 2.3  Validate documents against the schema  <- 1.2          failed

Level 2 (0 of 2 complete)
  [:] 3.1  Search across every imported doc…  EXECUTION created, blocked
           <- 2.1, 2.2
  [ ] 3.2  Export search results  <- 2.1, 2.3       not started, blocked

Level 3 (0 of 1 complete)
  [ ] 4.1  Write the user guide  <- 3.1, 3.2        not started, blocked
`;

const THIRTY = `
PLATFORM: 9 of 30 complete, 5 ready

Level 0 (6 of 6 complete)
  [x] 1.1  Parse the import queue                                                           complete
  [x] 1.2  Index reports                                                                    complete
  [x] 1.3  Render access rules                                                              complete
  [x] 1.4  Cache audit trail                                                                complete
  [x] 1.5  Verify user settings                                                             complete
  [x] 1.6  Export search results                                                            complete

Level 1 (3 of 6 complete)
  [x] 2.1  Measure the import queue  <- 1.1, 1.4                                            complete
  [x] 2.2  Document reports  <- 1.2                                                         complete
  [x] 2.3  Compare access rules  <- 1.3                                                     complete
  [ ] 2.4  Parse audit trail  <- 1.1, 1.4                                         not started, ready
  [~] 2.5  Index user settings  <- 1.5                                            in progress, ready
  [ ] 2.6  Render search results  <- 1.6                                          not started, ready

Level 2 (0 of 6 complete)
  [ ] 3.1  Cache the import queue  <- 2.1, 2.4                           not started, blocked by 2.4
  [ ] 3.2  Verify reports  <- 2.2                                                 not started, ready
  [ ] 3.3  Export access rules  <- 2.3                                            not started, ready
  [ ] 3.4  Measure audit trail  <- 2.1, 2.4                              not started, blocked by 2.4
  [ ] 3.5  Document user settings  <- 2.5                                       not started, blocked
  [ ] 3.6  Compare search results  <- 2.6                                       not started, blocked

Level 3 (0 of 6 complete)
  [ ] 4.1  Parse the import queue  <- 3.1, 3.4                                  not started, blocked
  [ ] 4.2  Index reports  <- 3.2                                                not started, blocked
  [ ] 4.3  Render access rules  <- 3.3                                          not started, blocked
  [ ] 4.4  Cache audit trail  <- 3.1, 3.4                                       not started, blocked
  [ ] 4.5  Verify user settings  <- 3.5                                         not started, blocked
  [ ] 4.6  Export search results  <- 3.6                                        not started, blocked

Level 4 (0 of 6 complete)
  [ ] 5.1  Measure the import queue  <- 4.1, 4.4                                not started, blocked
  [ ] 5.2  Document reports  <- 4.2                                             not started, blocked
  [ ] 5.3  Compare access rules  <- 4.3                                         not started, blocked
  [ ] 5.4  Parse audit trail  <- 4.1, 4.4                                       not started, blocked
  [ ] 5.5  Index user settings  <- 4.5                                          not started, blocked
  [ ] 5.6  Render search results  <- 4.6                                        not started, blocked
`;

const SCHEDULED = `
TIMED: 1 of 6 complete, 2 ready

Level 0 (1 of 2 complete)
  [x] 1.1  Read the configuration file                             complete, 2 h
  [ ] 1.2  Describe the storage schema         not started, ready, critical, 4 h

Level 1 (0 of 3 complete)
  [ ] 2.1  Import documents         not started, blocked by 1.2, critical, 6-8 h
           <- 1.1, 1.2
  [ ] 2.2  Show the import history  <- 1.2             not started, blocked, 1 h
  [ ] 2.3  Export search results  <- 1.1                 not started, ready, 2 h

Level 2 (0 of 1 complete)
  [ ] 3.1  Write the user guide              not started, blocked, critical, 3 h
           <- 2.1, 2.2, 2.3
`;

const CYCLIC = `
KNOT: 1 of 6 complete, 0 ready

Level 0 (1 of 1 complete)
  [x] 1.1  Before the cycle                                     complete

No level: in or behind a cycle
  [ ] 1.2  First of three  <- 1.1, 1.4           not started, in a cycle
  [ ] 1.3  Second of three  <- 1.2               not started, in a cycle
  [ ] 1.4  Third of three  <- 1.3                not started, in a cycle
  [ ] 1.5  Behind the cycle  <- 1.4          not started, behind a cycle
  [ ] 1.6  Depends on itself  <- 1.6             not started, in a cycle

Cycles ("<-" is "depends on")
  1.2 <- 1.4 <- 1.3 <- 1.2
  1.6 <- 1.6
`;

const UNORDERED = `
LOOSE: 0 of 6 complete

No dependency information: add a parallel.json

Priority 1
  [ ] 1.1  Piece of work 1.1                     not started
  [ ] 1.2  Piece of work 1.2                     not started
  [ ] 1.3  Piece of work 1.3                     not started

Priority 2
  [ ] 2.1  Piece of work 2.1                     not started
  [ ] 2.2  Piece of work 2.2                     not started

Priority 3
  [ ] 3.1  Piece of work 3.1                     not started
`;

const WIDE = `
幅: 1 of 3 complete, 1 ready

Level 0 (1 of 1 complete)
  [x] 1.1   日本語の「長い題名」、全角！            complete

Level 1 (0 of 1 complete)
  [ ] 1.2   Flags 🇩🇪, hearts ❤️, thumbs…  not started, ready
            <- 1.1

Level 2 (0 of 1 complete)
  [ ] 1.10  한국어 제목이 아주 길어서…  not started, blocked
            <- 1.1, 1.2, 9.9 (not in the plan)
`;
