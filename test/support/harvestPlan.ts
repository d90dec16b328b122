/** A PLAN in the usual form, every construct a reader must tell from content included. */
export const harvestPlan = `---
owner: ada
---

# PLAN: Harvest Tracker

**Status**: Active

## 📖 Context for LLM Execution

Read this first.

\`\`\`markdown
## 🎯 Desirable Achievements
**Achievement 9.9**: Only an example
\`\`\`

<!--
**Achievement 9.8**: Only a comment
-->

## 📋 Achievement Index

- ✅ Achievement 1.1: Field model
- Achievement 1.2: Harvest import
**Achievement 1.2**: Harvest import (2-3h)

## 🎯 Desirable Achievements (Priority Order)

### Priority 1: CRITICAL - Foundation

**Achievement 1.1**: Field model ✅ **COMPLETE**

- **Goal**: Describe a field and its rows
- **Deliverables**:
  - \`src/field.ts\` (new file)
  - \`test/field.test.ts\`
- **Success Criteria**:
  - Every row has a place
- **Effort**: 2-3 hours
- **Blocks**: 1.2

**Achievement 1.2: Harvest import** ⏱️ 4-6 hours

- **What**: Read the scale's files
- **Dependencies**: 1.1
- **Tests**:
  1. Reads an empty file
  2. Refuses a broken one

~~~text
**Achievement 9.7**: In a fence
~~~

---

### Priority 2.5: Reports

**Achievement 2.5.1**: Weekly report

**Deliverables**:

- **Note**: a list item, not a field
- \`src/report.ts\`

**Dependencies**:

- Achievement 1.2 (the import) - rows to sum
- A quiet week, v1.4 and 3.11 of something else

## 🔄 Subplan Tracking

### Achievement 1.1: Field model

- [x] **Achievement 1.1** done
- **Achievement 7.7**: a bullet

**Next**: Achievement 2.1 (not here)
**⏳ Next: Achievement 1.2** (Harvest import)
**Achievement 1.1/1.2**: both
`;
