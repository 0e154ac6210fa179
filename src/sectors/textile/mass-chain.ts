import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';
import type { Bilingual } from '../rule.js';

/** Ids of masses per piece, kg, from the product back to the yarn. */
export interface MassChain {
  readonly product: string;
  /** Fabric that goes into cutting. */
  readonly cut: string;
  /** Finished fabric, that of unsold pieces included: what is dyed and finished. */
  readonly fabric: string;
  /** Yarn that goes into knitting or weaving. */
  readonly yarn: string;
  readonly basis: LossBasis;
}

export type LossBasis = 'of_input' | 'of_output';

/** The mass that a step needs for its output: both conventions of the field, by name. */
export const INPUT_OF: Readonly<Record<LossBasis, string>> = {
  of_input: 'output / (1 - loss)',
  of_output: 'output * (1 + loss)',
};

/**
 * The mass chain backwards from the finished product: cutting, unsold pieces, knitting or weaving. A step without a loss
 * passes on what it is given (Ecobalyse, 2024, for the order of the steps).
 */
export function massChain(context: ModelContext): MassChain {
  const { parameters } = context;
  const chain = parameters.group('chain');
  const basis: LossBasis = chain?.choice('loss_basis') === 'of_output' ? 'of_output' : 'of_input';
  const product = parameters.needAmount('product_mass');
  const cut = before(context, chain, 'cutting_loss', product, basis, 'fabric_cut', { en: 'fabric into cutting', zh: '投入裁剪的面料' });
  const fabric = before(context, chain, 'dead_stock', cut, 'of_input', 'fabric_finished', { en: 'finished fabric, unsold pieces included', zh: '成品面料（含滞销）' });
  const yarn = before(context, chain, 'fabric_loss', fabric, basis, 'yarn_mass', { en: 'yarn into knitting or weaving', zh: '投入织造的纱线' });
  return { product, cut, fabric, yarn, basis };
}

function before(
  { sheet }: ModelContext,
  chain: ParameterGroup | undefined,
  parameter: 'cutting_loss' | 'dead_stock' | 'fabric_loss',
  output: string,
  basis: LossBasis,
  id: string,
  names: Bilingual,
): string {
  const loss = chain?.amount(parameter);
  return loss === undefined ? output : sheet.derive(id, { names, unit: 'kg', formula: INPUT_OF[basis], inputs: { output, loss } });
}
