import type { Stage } from './vocabulary.js';

/** The modules of EN 15804:2012+A2:2019 (table 1 of its structure as public EPD programmes repeat it), each in the stage it is part of. */
export const MODULE_STAGES = {
  A1: 'raw_materials',
  A2: 'raw_materials',
  A3: 'manufacturing',
  A4: 'distribution',
  A5: 'installation',
  B1: 'use',
  B2: 'maintenance',
  B3: 'maintenance',
  B4: 'maintenance',
  B5: 'maintenance',
  B6: 'use',
  B7: 'use',
  C1: 'end_of_life',
  C2: 'end_of_life',
  C3: 'end_of_life',
  C4: 'end_of_life',
  D: 'beyond_boundary',
} as const satisfies Record<string, Stage>;

export type Module = keyof typeof MODULE_STAGES;
export const MODULES = Object.keys(MODULE_STAGES) as readonly Module[];

/** The module a word names, whatever its case and width; undefined for any other word. */
export function moduleNamed(text: string): Module | undefined {
  const name = text.normalize('NFKC').trim().toUpperCase();
  return MODULES.find((module) => module === name);
}

/** The module of a line's transport leg: materials are brought to the factory in A2, all else where the line stands. */
export function legModule(module: Module | undefined): Module | undefined {
  return module === 'A1' ? 'A2' : module;
}
