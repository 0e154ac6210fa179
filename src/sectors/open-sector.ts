import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { ProductInput } from '../input/read-product-file.js';
import type { Sector } from './model.js';
import { sectorWork, type SectorWork } from './sector-work.js';

/** The sectors with a rule of their own, in the order in which they are offered. */
export const SECTORS = ['textile', 'battery', 'elevator', 'tea', 'service'] as const;
export type SectorName = (typeof SECTORS)[number];

const OPENERS: Readonly<Record<SectorName, () => Promise<Sector>>> = {
  textile: async () => (await import('./textile/textile.js')).textile,
  battery: async () => (await import('./battery/battery.js')).battery,
  elevator: async () => (await import('./elevator/elevator.js')).elevator,
  tea: async () => (await import('./tea/tea.js')).tea,
  service: async () => (await import('./service.js')).service,
};

function isSector(name: string): name is SectorName {
  return (SECTORS as readonly string[]).includes(name);
}

/** A sector's rule and model, loaded when they are asked for. */
export async function openSector(name: SectorName): Promise<Sector> {
  return OPENERS[name]();
}

/** The sector that a product file names; undefined where it names none that has a rule, and then its parameters are an error. */
export async function openSectorOf({ product, spot }: ProductInput, findings: Findings): Promise<SectorWork | undefined> {
  const { sector = '', parameters } = product;
  if (isSector(sector)) return sectorWork(await openSector(sector));
  if (parameters !== undefined) findings.add(problem('parameters-unread', { sector, candidates: SECTORS }, spot('/parameters')));
  else if (sector !== '') findings.add(problem('sector-unknown', { sector, candidates: SECTORS }, spot('/sector')));
  return undefined;
}
