import rule from '../../../rules/textile.json' with { type: 'json' };
import type { Sector } from '../model.js';
import type { SectorRule } from '../rule.js';
import { addFabric, addWetProcessing } from './fabric.js';
import { addFibres } from './fibres.js';
import { addMaking, addParts } from './making.js';
import { massChain } from './mass-chain.js';
import { addDistribution, addEndOfLife, addUse } from './use.js';

/** A textile from fibre to the end of its life, per one piece (docs/sectors/textile.md). */
export const textile: Sector = {
  rule: rule as SectorRule,
  model: (context) => {
    const { parameters } = context;
    const chain = parameters.has('product_mass') ? massChain(context) : undefined;
    if (chain !== undefined) {
      addFibres(context, chain);
      addFabric(context, chain);
      addWetProcessing(context, chain);
      addMaking(context, chain);
    }
    addParts(context);
    addDistribution(context);
    addUse(context);
    addEndOfLife(context);
  },
};
