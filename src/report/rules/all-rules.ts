import { assembliesFit, assemblyStepsKnown } from './assemblies.js';
import { contributionsFit } from './contributions.js';
import { datesOrdered, datesReal, gtinChecks } from './declared.js';
import { gasesFit } from './gases.js';
import { certificateGiven, displayFits } from './label.js';
import { datasetsListed, datasetsOnce, factorsListed, factorsOnce, stagesListed } from './listings.js';
import { derivedLinesFit, modulesAddUp, nothingRecalled, quantitiesFit, referenceFlowFits } from './model.js';
import { percentsFit } from './percents.js';
import type { Rule } from './rule.js';
import { factorYearsFit, sharesFit } from './shares.js';
import { operandsFit } from './steps.js';
import { breakdownsAddUp, originsAddUp, partsAddUp } from './sums.js';
import { declaredUnitKnown, unitsMeet } from './units.js';

/** Every rule of a report's content, in the order in which their findings are told. */
export const REPORT_RULES: readonly Rule[] = [
  declaredUnitKnown,
  datesReal,
  datesOrdered,
  gtinChecks,
  certificateGiven,
  stagesListed,
  factorsListed,
  factorsOnce,
  datasetsListed,
  datasetsOnce,
  assemblyStepsKnown,
  assembliesFit,
  quantitiesFit,
  nothingRecalled,
  derivedLinesFit,
  referenceFlowFits,
  operandsFit,
  unitsMeet,
  gasesFit,
  contributionsFit,
  originsAddUp,
  partsAddUp,
  breakdownsAddUp,
  modulesAddUp,
  percentsFit,
  sharesFit,
  factorYearsFit,
  displayFits,
];
