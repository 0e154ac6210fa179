import { Fault } from '../diagnostics/fault.js';
import type { Place } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact, MOST_DIGITS } from '../quantity/exact.js';
import { exactSum } from '../quantity/sum.js';
import type { AssemblyNode, Explanation, Operand, StageNode } from './explanation.js';

/** One line of the bill; of the input of that name, where a report has several. */
export interface LinePick {
  readonly line: number;
  readonly input?: string;
}

/** What comes from one line, and the assemblies that its terms rest on. Throws a Fault where nothing does. */
export function pickLine(explanation: Explanation, { line, input }: LinePick): Explanation {
  const picks = (place: Place): boolean => place.line === line && (input === undefined || place.input === input);
  const narrow = (stage: StageNode): StageNode => ({ ...stage, children: stage.children.filter(({ place }) => picks(place)) });

  const { result, beyond_boundary, ...rest } = explanation;
  const stages = result.children.map(narrow).filter(({ children }) => children.length > 0);
  const beyond = beyond_boundary === undefined ? undefined : narrow(beyond_boundary);
  const operands = [...stages, ...(beyond === undefined ? [] : [beyond])].flatMap((stage) => stage.children).flatMap((node) => node.children);
  const own = explanation.assemblies.filter(({ children }) => children.some(({ place }) => picks(place)));
  if (operands.length === 0 && own.length === 0) throw new Fault(problem('line-unexplained', { line }));
  const sum = exactSum(stages.flatMap(({ children }) => children).map(({ value }) => Exact.of(value)));
  return {
    ...rest,
    ...(stages.length === 0 ? {} : { picked: { line, value: decimalText(sum, MOST_DIGITS) } }),
    result: { ...result, children: stages },
    ...(beyond === undefined || beyond.children.length === 0 ? {} : { beyond_boundary: beyond }),
    assemblies: restingOn(explanation.assemblies, [...own.map(({ index }) => index), ...assembliesOf(operands)]),
  };
}

/** The assemblies asked for and all that they rest on, in their order. */
function restingOn(assemblies: readonly AssemblyNode[], asked: readonly number[]): AssemblyNode[] {
  const wanted = new Set<number>();
  const open = [...asked];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (wanted.has(index)) continue;
    wanted.add(index);
    for (const use of assemblies[index]?.children ?? []) for (const above of assembliesOf(use.children)) open.push(above);
  }
  return assemblies.filter(({ index }) => wanted.has(index));
}

function assembliesOf(operands: readonly Operand[]): number[] {
  return operands.flatMap((operand) => (operand.kind === 'step' && operand.assembly !== undefined ? [operand.assembly] : []));
}
