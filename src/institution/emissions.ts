import type { Factor } from '../factors/factor.js';
import type { FuelCarbon, InstitutionProfile } from '../input/institution-profile.js';
import { conversion, fractionTexts } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Sheet } from '../sectors/sheet.js';
import { inYear } from './names.js';
import { sumIn, type Leaf, type YearName, type YearSums } from './year-sums.js';

export type Scope = 'scope_1' | 'scope_2' | 'scope_3';

/** kg CO2e of one leaf, with the factor it took; scope 2 has both views. */
export interface LeafEmission {
  readonly leaf: Leaf;
  readonly scope: Scope;
  /** Ids of the sheet. */
  readonly location: string;
  readonly market: string;
  readonly factor?: string;
}

/** Ids of the sheet, kg CO2e of one year. */
export interface EmissionsOfYear {
  readonly entries: readonly LeafEmission[];
  readonly scope_1: string;
  readonly scope_2: { readonly location_based: string; readonly market_based: string };
  readonly scope_3: string;
  readonly total: { readonly location_based: string; readonly market_based: string };
}

/** What the emissions ask of factors; each reference is told once where it cannot be had. */
export interface FactorSource {
  find(reference: string, leaf: Leaf): Factor | undefined;
  missing(carrier: string, year: string, leaf: Leaf): void;
  unfit(factor: Factor, leaf: Leaf): void;
  /** Uncovered electricity takes the location-based factor. */
  residualAbsent(factor: string): void;
}

const SCOPES: Readonly<Partial<Record<Leaf['origin'], Scope>>> = {
  fuel: 'scope_1', refrigerant: 'scope_1', grid: 'scope_2', green_power: 'scope_2', heat: 'scope_2', water: 'scope_3', scope_3: 'scope_3',
};

/**
 * Scopes 1, 2 and the items of scope 3, kg CO2e. Location-based: grid and green power × the factor of the place.
 * Market-based: green power and what certificates cover at the factor their rows name, 0 where they name none, the rest at the
 * residual factor. PV that is used emits nothing, PV that is exported is no negative.
 */
export function emissionsOf(sums: YearSums, profile: InstitutionProfile, sheet: Sheet, factors: FactorSource): EmissionsOfYear {
  const { name, leaves } = sums;
  const maker = new EmissionMaker(sums, profile, sheet, factors);
  const entries = leaves.flatMap((leaf) => {
    const scope = SCOPES[leaf.origin];
    if (scope === undefined) return [];
    const entry = leaf.origin === 'grid' || leaf.origin === 'green_power' ? maker.electricity(leaf) : maker.other(leaf, scope);
    return entry === undefined ? [] : [entry];
  });
  const names = (en: string, zh: string): { en: string; zh: string } => inYear(name, { en, zh });
  const sum = (scope: Scope, view: 'location' | 'market', id: string, en: string, zh: string): string => (
    sumIn(sheet, `${name}.emissions.${id}`, names(en, zh), 'kg', entries.filter((entry) => entry.scope === scope).map((entry) => entry[view]))
  );
  const scope_1 = sum('scope_1', 'location', 'scope_1', 'scope 1', '范围一');
  const location_based = sum('scope_2', 'location', 'scope_2.location_based', 'scope 2, location-based', '范围二（基于位置）');
  const market_based = sumIn(sheet, `${name}.emissions.scope_2.market_based`, names('scope 2, market-based', '范围二（基于市场）'), 'kg', [
    ...entries.filter((entry) => entry.scope === 'scope_2').map((entry) => entry.market), ...maker.certificates(),
  ]);
  const scope_3 = sum('scope_3', 'location', 'scope_3', 'scope 3, items given', '范围三（所列项）');
  const total = (view: string, scope2: string, en: string, zh: string): string => sheet.derive(`${name}.emissions.total.${view}`, {
    names: names(en, zh), unit: 'kg', formula: 'scope_1 + scope_2', inputs: { scope_1, scope_2: scope2 },
  });
  return {
    entries, scope_1, scope_2: { location_based, market_based }, scope_3,
    total: {
      location_based: total('location_based', location_based, 'scopes 1 and 2, location-based', '范围一与范围二（基于位置）'),
      market_based: total('market_based', market_based, 'scopes 1 and 2, market-based', '范围一与范围二（基于市场）'),
    },
  };
}

class EmissionMaker {
  private readonly name: YearName;
  private readonly year: string;

  constructor(
    private readonly sums: YearSums,
    private readonly profile: InstitutionProfile,
    private readonly sheet: Sheet,
    private readonly factors: FactorSource,
  ) {
    this.name = sums.name;
    this.year = sums.start.slice(0, 4);
  }

  /** Market-based emissions of certificates whose rows name a factor; all others count 0. */
  certificates(): string[] {
    return this.#of('green_certificate').flatMap((leaf) => {
      const factor = leaf.factor === undefined ? undefined : this.#find(leaf.factor, leaf);
      return factor === undefined ? [] : [this.#times(leaf, leaf.id, factor, 'market', { en: 'market-based, covered by certificates', zh: '基于市场（绿证覆盖）' })];
    });
  }

  /** Grid electricity and green power. Certificates cover every grid leaf of the institution by the same share. */
  electricity(leaf: Leaf): LeafEmission | undefined {
    const isGrid = leaf.origin === 'grid';
    const named = (isGrid ? leaf.factor : undefined) ?? this.#ofYear(this.profile.factors?.['electricity']);
    const located = named === undefined ? undefined : this.#find(named, leaf);
    if (located === undefined) {
      if (named === undefined) this.factors.missing('electricity', this.year, leaf);
      return undefined;
    }
    const location = this.#times(leaf, leaf.id, located, 'location', { en: 'location-based', zh: '基于位置' });
    if (!isGrid) {
      const own = leaf.factor === undefined ? undefined : this.#find(leaf.factor, leaf);
      const market = own === undefined
        ? this.#nothing(leaf, { en: 'market-based: green power without a factor of its own counts 0', zh: '基于市场：未写因子的绿电计0' })
        : this.#times(leaf, leaf.id, own, 'market', { en: 'market-based', zh: '基于市场' });
      return { leaf, scope: 'scope_2', location, market, factor: keyOf(located) };
    }
    const residualName = this.#ofYear(this.profile.residual_factor);
    const residual = residualName === undefined ? located : this.#find(residualName, leaf);
    if (residualName === undefined) this.factors.residualAbsent(keyOf(located));
    const uncovered = this.#uncovered(leaf);
    const market = residual === undefined ? location : this.#times(leaf, uncovered, residual, 'market', { en: 'market-based', zh: '基于市场' });
    return { leaf, scope: 'scope_2', location, market, factor: keyOf(located) };
  }

  /** Fuels, heat, refrigerants, water and items of scope 3: the same in both views. */
  other(leaf: Leaf, scope: Scope): LeafEmission | undefined {
    const carbon = scope === 'scope_1' && leaf.factor === undefined ? this.profile.fuels?.find(({ carrier }) => carrier === leaf.carrier) : undefined;
    if (carbon !== undefined) {
      const emission = this.#byCarbon(leaf, carbon);
      return { leaf, scope, location: emission, market: emission };
    }
    const own = this.profile.factors;
    const named = leaf.factor ?? this.#ofYear(own !== undefined && Object.hasOwn(own, leaf.carrier) ? own[leaf.carrier] : undefined);
    if (named === undefined) {
      // Water and scope 3 are told as far as they are given.
      if (scope !== 'scope_3') this.factors.missing(leaf.carrier, this.year, leaf);
      return undefined;
    }
    const factor = this.#find(named, leaf);
    if (factor === undefined) return undefined;
    const emission = this.#times(leaf, leaf.id, factor, 'location', { en: 'emissions', zh: '排放' });
    return { leaf, scope, location: emission, market: emission, factor: keyOf(factor) };
  }

  #of(origin: Leaf['origin']): readonly Leaf[] {
    return this.sums.leaves.filter((leaf) => leaf.origin === origin);
  }

  #uncovered(leaf: Leaf): string {
    const { sheet, name } = this;
    const certificates = this.#of('green_certificate').map(({ id }) => id);
    const share = `${name}.uncovered_share`;
    // A ledger without grid electricity has no certificates beyond it: nothing is left to cover.
    if (certificates.length === 0 || this.#of('grid').every(({ id }) => sheet.value(id).isZero)) return leaf.id;
    if (!sheet.has(share)) {
      const backed = sumIn(sheet, `${name}.certificates`, inYear(name, { en: 'kWh that certificates cover', zh: '绿证覆盖电量' }), 'kWh', certificates);
      const grid = sumIn(sheet, `${name}.grid`, inYear(name, { en: 'kWh from the grid', zh: '电网用电' }), 'kWh', this.#of('grid').map(({ id }) => id));
      sheet.derive(share, {
        names: inYear(name, { en: 'share of grid electricity without a certificate', zh: '电网用电中无绿证的比例' }), unit: '',
        formula: '(grid - certificates) / grid', inputs: { grid, certificates: backed },
      });
    }
    return sheet.derive(`${leaf.id}.uncovered`, {
      names: inYear(name, { en: 'grid electricity without a certificate', zh: '无绿证的电网用电' }), unit: 'kWh', formula: 'amount * share', inputs: { amount: leaf.id, share },
    });
  }

  #find(reference: string, leaf: Leaf): Factor | undefined {
    return this.factors.find(reference, leaf);
  }

  #nothing(leaf: Leaf, names: { en: string; zh: string }): string {
    return this.sheet.derive(`${leaf.id}.market`, { names: inYear(this.name, names), unit: 'kg', formula: 'amount * 0', inputs: { amount: leaf.id } });
  }

  #times(leaf: Leaf, amount: string, factor: Factor, view: string, told: { en: string; zh: string }): string {
    const { sheet, name } = this;
    const read = parseUnit(leaf.unit);
    const ratio = read.kind === 'found' ? conversion(read.unit, factor.unit) : undefined;
    if (ratio === undefined) {
      this.factors.unfit(factor, leaf);
      return sheet.derive(`${leaf.id}.${view}`, { names: told, unit: 'kg', formula: '0', inputs: {} });
    }
    const key = keyOf(factor);
    const id = `factor.${key}`;
    if (!sheet.has(id)) {
      sheet.enter({
        id, names: { en: factor.row.name, zh: factor.row.name_zh }, unit: `kgCO2e/${factor.unit.symbol}`, value: factor.value, status: 'factor',
        citation: { source: factor.row.source, locator: key, evidence: factor.row.evidence === 'primary' ? 'primary' : 'secondary' },
      });
    }
    const { multiply, divide } = fractionTexts(ratio);
    const converted = `amount${multiply === '1' ? '' : ` * ${multiply}`}${divide === '1' ? '' : ` / ${divide}`}`;
    return sheet.derive(`${leaf.id}.${view}`, { names: inYear(name, told), unit: 'kg', formula: `${converted} * factor`, inputs: { amount, factor: id } });
  }

  /** amount × NCV × carbon × oxidation × 44/12, tonnes × 1000. */
  #byCarbon(leaf: Leaf, fuel: FuelCarbon): string {
    const { sheet, name } = this;
    const [own, per] = [parseUnit(leaf.unit), parseUnit(fuel.per)];
    const ratio = own.kind === 'found' && per.kind === 'found' ? conversion(own.unit, per.unit) : undefined;
    const ids = (['ncv', 'carbon', 'oxidation'] as const).map((member) => {
      const id = `fuel.${fuel.carrier}.${member}`;
      if (!sheet.has(id)) {
        sheet.enter({ id, names: FUEL_NAMES[member], unit: member === 'ncv' ? `GJ/${fuel.per}` : member === 'carbon' ? 't/GJ' : '', value: Exact.of(fuel[member]), status: 'given', given: fuel.source });
      }
      return id;
    });
    if (ratio === undefined) this.factors.missing(leaf.carrier, this.year, leaf);
    const { multiply, divide } = fractionTexts(ratio ?? Exact.ONE);
    const [ncv = '', carbon = '', oxidation = ''] = ids;
    return sheet.derive(`${leaf.id}.location`, {
      names: inYear(name, { en: 'CO2 by carbon content', zh: '按含碳量计算的CO2' }), unit: 'kg',
      formula: `amount${multiply === '1' ? '' : ` * ${multiply}`}${divide === '1' ? '' : ` / ${divide}`} * ncv * carbon * oxidation * 44 / 12 * 1000`, inputs: { amount: leaf.id, ncv, carbon, oxidation },
    });
  }

  #ofYear(factor: string | Readonly<Record<string, string>> | undefined): string | undefined {
    if (factor === undefined || typeof factor === 'string') return factor;
    return Object.hasOwn(factor, this.year) ? factor[this.year] : undefined;
  }
}

const FUEL_NAMES = {
  ncv: { en: 'net calorific value', zh: '低位发热量' }, carbon: { en: 'carbon content', zh: '单位热值含碳量' }, oxidation: { en: 'oxidised share', zh: '碳氧化率' },
} as const;

export function keyOf(factor: Factor): string {
  return `${factor.dataset}:${factor.id}`;
}
