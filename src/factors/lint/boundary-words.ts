import type { Code } from '../../diagnostics/codes.js';
import type { FactorColumn } from '../factor.js';
import { DIRECT_GRID } from '../grid-categories.js';

/** A question that the words of a factor must answer, because factors that answer it differently look alike. */
export interface BoundaryQuestion {
  readonly code: Extract<Code, `factor-${string}-unsaid`>;
  readonly categories: readonly string[];
  /** Asked only of rows whose id or name matches; of all rows of the categories where absent. */
  readonly named?: RegExp;
  /** Asked only of rows that are not CO2-only: those have said it there. */
  readonly co2OnlyAnswers?: true;
  readonly columns: readonly FactorColumn[];
  /** Some clause of the columns, in lower case, matches all of these. */
  readonly answer: readonly RegExp[];
}

export const BOUNDARY_QUESTIONS: readonly BoundaryQuestion[] = [
  {
    code: 'factor-contents-unsaid',
    categories: ['fibre', 'fiber', 'yarn', 'fabric', 'garment', 'sportswear'],
    columns: ['boundary'],
    answer: [
      /\b(?:fib(?:re|er)s?|yarns?|fabrics?|transport)\b|纤维|纱|面料|织物|坯布|运输/u,
      /\b(?:contained|contains|included|includes|inside|excluded|only|no|not|without)\b|含|仅|只|无/u,
    ],
  },
  {
    code: 'factor-energy-unsaid',
    categories: ['wet-processing', 'dyeing', 'bleaching', 'textile-finishing', 'textile-printing'],
    columns: ['boundary', 'notes'],
    answer: [/\b(?:energy|electricity|power|heat|steam|fuels?)\b|能源|能耗|电|热|蒸汽|燃料/u],
  },
  {
    code: 'factor-basis-unsaid',
    categories: ['fertiliser', 'fertilizer'],
    columns: ['boundary'],
    answer: [/\bper (?:nutrient|product)\b|按(?:养分|产品)/u],
  },
  {
    code: 'factor-direct-unsaid',
    categories: DIRECT_GRID,
    co2OnlyAnswers: true,
    columns: ['boundary'],
    answer: [/\bdirect\b|\bno (?:upstream|fuel supply)\b|直接|不含(?:上游|燃料供应)/u],
  },
  {
    code: 'factor-combustion-unsaid',
    categories: ['waste'],
    named: /inciner|combust|energy[ -]recovery|waste[ -]to[ -]energy|焚烧|能量回收|能源回收/u,
    columns: ['boundary'],
    answer: [/\b(?:haul only|combustion|burning|stack|avoided)\b|仅(?:运输|清运)|燃烧|烟气|避免/u],
  },
];
