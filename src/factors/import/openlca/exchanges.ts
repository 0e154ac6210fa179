import { at, elementsAt, textAt } from '../../../input/exact-json.js';
import type { OpenEntity, OpenPackage } from './open-package.js';

/** One input or output of a process; names of members differ between versions 1 and 2 of the schema. */
export interface OpenExchange {
  readonly flow: string;
  readonly flowName: string;
  readonly kind: 'ELEMENTARY_FLOW' | 'PRODUCT_FLOW' | 'WASTE_FLOW' | '';
  readonly isInput: boolean;
  readonly isReference: boolean;
  readonly amount: string;
  readonly unit: OpenUnit;
}

export interface OpenUnit {
  readonly id: string;
  readonly name: string;
  readonly property: string;
}

export function exchangesOf({ value }: OpenEntity, pack: OpenPackage): readonly OpenExchange[] {
  return elementsAt(value, 'exchanges').map((exchange) => ({
    flow: textAt(exchange, 'flow', '@id'),
    flowName: textAt(exchange, 'flow', 'name'),
    kind: kindOf(exchange, pack),
    isInput: flag(exchange, 'isInput', 'input'),
    isReference: flag(exchange, 'isQuantitativeReference', 'quantitativeReference'),
    amount: textAt(exchange, 'amount'),
    unit: unitAt(exchange),
  }));
}

export function unitAt(holder: unknown): OpenUnit {
  return {
    id: textAt(holder, 'unit', '@id'),
    name: textAt(holder, 'unit', 'name'),
    property: textAt(holder, 'flowProperty', '@id'),
  };
}

/** A member by its name in version 2, or in version 1. */
export function flag(value: unknown, name: string, older: string): boolean {
  return (at(value, name) ?? at(value, older)) === true;
}

function kindOf(exchange: unknown, pack: OpenPackage): OpenExchange['kind'] {
  const stated = textAt(exchange, 'flow', 'flowType');
  const kind = stated === '' ? textAt(pack.get('flows', textAt(exchange, 'flow', '@id'))?.value, 'flowType') : stated;
  return kind === 'ELEMENTARY_FLOW' || kind === 'PRODUCT_FLOW' || kind === 'WASTE_FLOW' ? kind : '';
}
