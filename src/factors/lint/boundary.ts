import { problem } from '../../diagnostics/problem.js';
import { isOneOf } from '../grid-categories.js';
import { folded } from '../folded-name.js';
import { BOUNDARY_QUESTIONS, type BoundaryQuestion } from './boundary-words.js';
import type { LintedRow, LintRule } from './rule.js';

/** The boundary of a factor says what its category makes a reader ask. */
export const boundaryUnsaid: LintRule = {
  codes: BOUNDARY_QUESTIONS.map(({ code }) => code),
  *check(rows) {
    for (const question of BOUNDARY_QUESTIONS) {
      for (const linted of rows) {
        const { id, category } = linted.row.cells;
        if (!asked(question, linted) || answered(question, linted)) continue;
        yield problem(question.code, { id, category }, linted.row.spot('boundary'));
      }
    }
  },
};

function asked({ categories, named, co2OnlyAnswers }: BoundaryQuestion, { row }: LintedRow): boolean {
  const { category, id, name, name_zh: nameZh, gwp } = row.cells;
  if (!isOneOf(folded(category), categories)) return false;
  if (co2OnlyAnswers === true && gwp === 'CO2-only') return false;
  return named === undefined || [id, name, nameZh].some((text) => named.test(folded(text)));
}

/** One clause answers: words of two clauses may speak of two things. */
function answered({ columns, answer }: BoundaryQuestion, { row }: LintedRow): boolean {
  return columns
    .flatMap((column) => folded(row.cells[column]).split(/[;.。]/u))
    .some((clause) => answer.every((words) => words.test(clause)));
}
