import { printable } from '../diagnostics/quote.js';
import { placeText } from '../diagnostics/place-text.js';
import type { Phrases } from '../diagnostics/wording.js';
import type { FactorOperand, Operand, StepOperand } from '../report/explanation.js';

const SIGNS = { start: '', multiply: '×', divide: '÷' } as const;

/** A source may be a whole citation. */
const LONGEST_SOURCE = 200;

/**
 * One row a term: sign, amount with its unit, what it is, and where it stands (for a factor: its source, and where a mapping names it). Below a factor
 * given as gases, one row a gas.
 */
export function formulaRows(operands: readonly Operand[], phrases: Phrases): string[][] {
  return operands.flatMap((operand) => {
    const place = operand.place === undefined ? '' : placeText(operand.place);
    const sign = SIGNS[operand.operator];
    switch (operand.kind) {
      case 'quantity':
        return [[sign, `${operand.value} ${printable(operand.unit)}`, phrases['heading.quantity'], place]];
      case 'step':
        return [[sign, operand.value, stepText(operand, phrases), place]];
      case 'factor': {
        const { dataset, id, source = '' } = operand.factor;
        const name = `${phrases['heading.factor']} ${printable(`${dataset}:${id}`)}`;
        const row = [sign, `${operand.value} kg CO2e/${printable(operand.unit)}`, name, [printable(source, LONGEST_SOURCE), place === '' ? '' : `(${place})`].filter((part) => part !== '').join(' ')];
        return [row, ...gasRows(operand.factor)];
      }
    }
  });
}

function stepText({ step, name, rate, basis, from, to }: StepOperand, phrases: Phrases): string {
  const particulars = [
    ...(name === undefined ? [] : [printable(name)]),
    ...(rate === undefined ? [] : [rate]),
    ...(basis === undefined ? [] : [`(${phrases[`loss.${basis}`]})`]),
    ...(from === undefined || to === undefined ? [] : [`${printable(from)} → ${printable(to)}`]),
  ];
  return [phrases[`step.${step}`], ...particulars].join(' ');
}

/** What the factor is the sum of. */
function gasRows({ gases = [] }: FactorOperand['factor']): string[][] {
  return gases.map(({ gas, blend, amount, gwp100, source }, index) => [
    index === 0 ? '←' : '+',
    `${amount} kg × ${gwp100}`,
    blend === undefined ? printable(gas) : `${printable(gas)} (${printable(blend)})`,
    printable(source, LONGEST_SOURCE),
  ]);
}
