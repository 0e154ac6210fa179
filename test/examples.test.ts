import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FootprintReport } from '../src/report/report.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist', 'main.js');
const folderOf = (name: string): string => join(ROOT, 'examples', name);
const reportOf = (name: string): FootprintReport =>
  JSON.parse(readFileSync(join(folderOf(name), 'report.json'), 'utf8')) as FootprintReport;

/** Worked by hand from the bill and factors.csv, in kg CO2e: [item, factor, expected]. */
type ByHand = readonly (readonly [item: string, factor: string, kgco2e: string])[];

/**
 * Lines that the sector's model adds, worked by hand from the parameters: [amount, unit, factor, stage]. The amount is a
 * chain of * and / from left to right; a factor that no dataset has is a supplier's own, per one of the unit.
 */
type Modelled = readonly (readonly [amount: string, unit: string, factor: string, stage?: string])[];

interface Example {
  readonly encoding: string;
  readonly byHand: ByHand;
  readonly modelled?: Modelled;
  /** How many declared units the bill and the modelled lines are for; 1 where absent. */
  readonly units?: string;
}

const CN = 'electricity-footprint-cn-2024';

const EXAMPLES: Readonly<Record<string, Example>> = {
  't-shirt': {
    encoding: 'utf-8',
    byHand: [
      // 0.029 kWh a minute × 15 minutes = 0.435 kWh; × 0.5777 = 0.2512995
      ['electricity, cutting and sewing', 'electricity:electricity-footprint-cn-2024', '0.2512995'],
      // 0.6 kg ÷ 40 pieces = 0.015 kg = 0.000015 t; × 1199.72542 = 0.0179958813
      ['carton', 'materials:board-gb', '0.0179958813'],
      // 0.17 kg ÷ 0.85 = 0.2 kg into cutting; × 0.15 = 0.03 kg = 0.00003 t of waste; × 1382 = 0.04146
      ['cutting waste to disposal', 'textiles:used-textiles-disposal-fr', '0.04146'],
      // 13.6 L ÷ 0.85 = 16 L = 0.016 m3; × 0.1913 = 0.0030608
      ['process water', 'waste-and-water:water-supply-gb', '0.0030608'],
      // 0.17 kg ÷ 0.85 = 0.2 kg; × 120 km = 24 kg·km = 0.024 tkm; × 0.257 = 0.006168
      ['dyestuff, chemicals and effluent treatment', 'transport:truck-rigid-12t-fr', '0.006168'],
    ],
  },
  'lfp-battery-pack': {
    encoding: 'gb18030',
    byHand: [
      // 4 modules × 4.2 kg × 1.1 = 18.48 kg; × 16.5 = 304.92
      ['模组端板与侧板（铝）', 'supplier:20', '304.92'],
      // 18.48 kg × 300 km = 5544 kg·km = 5.544 tkm; × 0.143 = 0.792792
      ['模组端板与侧板（铝）', 'transport:truck-rigid-26t-fr', '0.792792'],
      // 4 modules × 0.6 kg × 1.05 = 2.52 kg = 0.00252 t; × 1445 = 3.6414
      ['汇流排（铜）', 'batteries:copper-fr', '3.6414'],
      // 6 kg = 0.006 t; × 24865.47556 = 149.19285336
      ['电池管理系统', 'batteries:electronics-it-gb', '149.19285336'],
      // 42 kWh × 0.5777 = 24.2634
      ['电池包装配与测试用电', 'electricity:electricity-footprint-cn-2024', '24.2634'],
    ],
  },
  'passenger-elevator': {
    encoding: 'utf-8',
    byHand: [
      // 4556.904 Wh a day × 365 × 25 = 41581.749 kWh; × 0.5777 = 24021.7763973
      ['electricity, running', 'electricity:electricity-footprint-cn-2024', '24021.7763973'],
      // shared part: 4 shoes at the car + 4 at the counterweight; 8 × 2.5 kg = 20 kg = 0.02 t; × 2211 = 44.22
      ['body', 'materials:steel-fr', '44.22'],
      // 20 kg × 300 km = 6000 kg·km = 6 tkm; × 0.0875 = 0.525
      ['body', 'transport:truck-artic-40t-fr', '0.525'],
      // shared part: 10 landing doors + 1 car door; 11 × 4 kg = 44 kg = 0.044 t; × 2211 = 97.284
      ['stiffeners', 'materials:steel-fr', '97.284'],
      // 220 kg × 1.1 = 242 kg; × 4.5 = 1089
      ['panels, stainless steel', 'supplier:34', '1089'],
      // credit: 2598 kg × 0.95 = 2468.1 kg; × −1.273 = −3141.8913
      ['steel recycled, avoided primary steel', 'supplier:30', '-3141.8913'],
      // ropes: 25 years ÷ 8 years = 3.125, rounded up 4, less the first set: 3 × 90 kg = 270 kg; × 2.6 = 702
      ['suspension ropes', 'supplier:replacements.1.factor', '702'],
    ],
    modelled: [
      // A day: 0.9262 × 300 trips × 32.8 Wh ÷ 2 = 4556.904 Wh; 75 W × (24 − 300 × 18.95 ÷ 3600) h = 1681.5625 Wh.
      ['4556.904*365/1000*25', 'kWh', CN, 'use'],
      ['1681.5625*365/1000*25', 'kWh', CN, 'use'],
      // 24 visits a year × 25 years × 30 km ÷ 10 elevators a tour = 1800 km
      ['24*25*30/10', 'km', 'service-van-diesel-gb', 'maintenance'],
      ['24*25*30/10', 'km', 'service-van-diesel-gb-wtt', 'maintenance'],
      ['25', 'kg', 'mineral-oil-gb', 'maintenance'],
      ['3*90', 'kg', '2.6', 'maintenance'],
      ['3*90/1000*800', 'tkm', 'truck-artic-40t-fr', 'maintenance'],
      ['3*90', 'kg', 'metal-scrap-recycling-haul-gb', 'maintenance'],
      // 25 ÷ 5 = 5 sets, less the first; 25 ÷ 15 rounded up 2, less the first
      ['4*1.5', 'kg', 'battery-nimh-gb', 'maintenance'],
      ['1*12', 'kg', 'electrical-small-gb', 'maintenance'],
    ],
  },
  'lfp-energy-delivered': {
    encoding: 'utf-8',
    // 60 kWh × 60 full cycles a year × 8 years
    units: '28800',
    byHand: [
      // 420 kg × 1000 km = 420 tkm; × 0.0875 = 36.75; ÷ 28800 = 0.001276041666…
      // virgin aluminium avoided: 40 kg × (1 − 0.2) × 0.9 = 28.8 kg; × −16.5 = −475.2; ÷ 28800 = −0.0165
      ['aluminium housing, virgin material avoided', 'supplier:materials.1.avoided_factor', '-0.0165'],
      // recycled input: 40 × 0.3 × 0.2 = 2.4 kg; × 1.5 = 3.6; ÷ 28800 = 0.000125
      ['aluminium housing, recycled', 'supplier:materials.1.recycled_factor', '0.000125'],
      // 1500 kWh × 0.5777 = 866.55; ÷ 28800 = 0.030088541666… ends not; 120 kWh × 0.5777 = 69.324; ÷ 28800 = 0.00240708333…
      // separator: 10 kg × 5.6 = 56; ÷ 28800 ends not; graphite: 65 × 8.4 = 546; ÷ 28800 ends not; casing: 30 × 16.8 = 504; ÷ 28800 = 0.0175
      ['aluminium casing and lid', 'supplier:6', '0.0175'],
    ],
    modelled: [
      ['40*0.7', 'kg', '16.5'], ['40*0.3*0.2', 'kg', '1.5'], ['40*0.3*0.8', 'kg', '16.5'],
      ['40*0.8*0.9', 'kg', '1.5'], ['40*0.8*0.9', 'kg', '-16.5'], ['40*0.1', 'kg', 'metal-scrap-recycling-haul-gb'],
      ['420/1000*1000', 'tkm', 'truck-artic-40t-fr'],
    ],
  },
  'knitted-t-shirt': {
    encoding: 'utf-8',
    // 45 wears
    units: '45',
    byHand: [
      // sewing: 15 minutes × 0.029 kWh = 0.435 kWh; × 0.5777 = 0.2512995; ÷ 45 = 0.00558443333… ends not
      // ironing: 45 × 1.5 kW × 0.043 h × 0.4 = 1.161 kWh; × 0.5777 = 0.6707097; ÷ 45 = 0.01490466
      ['ironing', 'electricity:electricity-footprint-cn-2024', '0.01490466'],
      // washing: 45 × 0.17 kg × 0.1847 = 1.412955 kWh; × 0.5777 ÷ 45 = 0.17 × 0.1847 × 0.5777 = 0.0181392023
      ['washing', 'electricity:electricity-footprint-cn-2024', '0.0181392023'],
      // drying: 0.17 × 0.335 × 0.3 × 0.5777 = 0.00987000450
      ['tumble drying', 'electricity:electricity-footprint-cn-2024', '0.0098700045'],
      // water: 0.17 kg × 0.0097 m3 × 0.1913 = 0.0003154537
      ['water of washing', 'waste-and-water:water-supply-gb', '0.0003154537'],
    ],
    modelled: [
      // 0.17 ÷ 0.85 = 0.2 kg of fabric, ÷ 0.966 of yarn; cotton 60 % ÷ 0.88, polyester 40 % ÷ 0.97, half of it recycled
      ['0.17/0.85/0.966*0.6/0.88', 'kg', 'cotton-fibre-world'],
      ['0.17/0.85/0.966*0.4/0.97*0.5', 'kg', 'polyester-fibre-eu'],
      ['0.17/0.85/0.966*0.4/0.97*0.5', 'kg', '1.4'],
      // Nm 40 ÷ 50 × 4 kWh (ring) and × 1.5 kWh (filament) per kg of yarn
      ['0.17/0.85/0.966*0.6*40/50*4', 'kWh', CN],
      ['0.17/0.85/0.966*0.4*40/50*1.5', 'kWh', CN],
      ['0.2*4.25101', 'MJ', CN],
      ['0.2*1.08', 'MJ', CN], ['0.2*13.5', 'MJ', 'steam-onsite-gb'], ['0.2*13.5', 'MJ', 'steam-onsite-gb-wtt'],
      ['0.2*2.88', 'MJ', CN], ['0.2*16.2', 'MJ', 'steam-onsite-gb'], ['0.2*16.2', 'MJ', 'steam-onsite-gb-wtt'],
      ['0.2', 'kg', '0.42'],
      ['15*0.029', 'kWh', CN],
      ['0.03', 'kg', 'used-textiles-disposal-fr'],
      ['0.008', 'kg', 'ldpe-formed-gb'],
      ['0.17/1000*200', 'tkm', 'truck-artic-40t-fr'], ['0.17/1000*18000', 'tkm', 'ship-container-mean-fr'],
      ['45*0.17*0.1847', 'kWh', CN], ['45*0.17*0.335*0.3', 'kWh', CN], ['45*1.5*0.043*0.4', 'kWh', CN],
      ['45*0.17*0.0097', 'm3', 'water-supply-gb'],
      ['0.17', 'kg', 'used-textiles-disposal-fr'],
    ],
  },
  'green-tea': {
    encoding: 'utf-8',
    byHand: [
      // 300 kg of urea × 0.46 = 138 kg N for 4500 ÷ 4.5 = 1000 kg of tea: 0.138 kg; × 4.253 = 0.586914
      ['urea, N', 'tea:fertiliser-urea-eu', '0.586914'],
      // (138 × 0.016 + (100 + 20) × 0.006) kg N2O-N = 2.928; × 44/28 ÷ 1000 × 273 = 2.928 × 429 ÷ 1000 = 1.256112
      ['soil N2O, direct', 'refrigerants-and-gwp:nitrous-oxide-ar6', '1.256112'],
      // (138 × 0.11 + 120 × 0.21) × 0.014 = 0.56532; × 0.429 = 0.24252228
      ['soil N2O, by deposition', 'refrigerants-and-gwp:nitrous-oxide-ar6', '0.24252228'],
      // 258 × 0.24 × 0.011 = 0.68112; × 0.429 = 0.29220048
      ['soil N2O, by leaching', 'refrigerants-and-gwp:nitrous-oxide-ar6', '0.29220048'],
      // 300 × 0.2 × 44/12 = 220 kg; ÷ 1000 = 0.22
      ['CO2 of urea', 'refrigerants-and-gwp:carbon-dioxide-ar6', '0.22'],
      // 1500 ÷ 1000 × −1
      ['trunks and roots of the bushes', 'supplier:removals.1.factor', '-1.5'],
    ],
    modelled: [
      ['300*0.46/1000', 'kg', 'fertiliser-urea-eu'],
      ['2.928*44/28/1000', 'kg', 'nitrous-oxide-ar6'], ['0.56532*44/28/1000', 'kg', 'nitrous-oxide-ar6'],
      ['0.68112*44/28/1000', 'kg', 'nitrous-oxide-ar6'],
      ['300*0.2*44/12/1000', 'kg', 'carbon-dioxide-ar6'],
      ['60/1000', 'L', 'diesel-gb'], ['60/1000', 'L', 'diesel-gb-wtt'], ['6500/1000', 'kWh', CN],
      ['0.04', 'kg', 'label-paper-printed-fr'], ['0.6', 'kg', 'metal-cans-mixed-gb'],
      ['1.7/1000*300', 'tkm', 'truck-rigid-12t-fr'],
      // 300 g of water for 2 g of tea: 150 kg a kg; × 4.186 kJ × 70 K ÷ 3600 ÷ 0.8
      ['150*4.186*70/3600/0.8', 'kWh', CN], ['150', 'L', 'water-supply-gb'],
      ['1.5', 'kg', '-1', 'beyond_boundary'],
    ],
  },
  'homestay-guest-night': {
    encoding: 'utf-8',
    byHand: [
      // 36000 kWh ÷ 5000 nights × 0.8 = 5.76 kWh; × 0.5777 = 3.327552
      ['electricity', 'electricity:electricity-footprint-cn-2024', '3.327552'],
      // 1200 m3 ÷ 5000 × 0.8 = 0.192 m3; × 0.1913 = 0.0367296
      ['water', 'waste-and-water:water-supply-gb', '0.0367296'],
      // 400 kg ÷ 5000 = 0.08 kg = 0.00008 t; × 3354.28062 = 0.2683424496
      ['supplies used up by guests', 'materials:plastic-rigid-gb', '0.2683424496'],
    ],
    modelled: [
      ['36000/5000*0.8', 'kWh', CN], ['90000/5000*0.8', 'MJ', 'natural-gas-lhv-eu'], ['1200/5000*0.8', 'm3', 'water-supply-gb'],
      ['400/5000', 'kg', 'plastic-rigid-gb'], ['4000/5000*0.8', 'kg', 'household-residual-landfill-gb'],
    ],
  },
};

beforeAll(() => {
  expect(existsSync(MAIN), 'dist/main.js is missing: npm run build').toBe(true);
});

it('tests every example there is', () => {
  const folders = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // examples/institutions has a test of its own.
  expect(folders.map((entry) => entry.name).filter((name) => name !== 'institutions').sort()).toEqual(Object.keys(EXAMPLES).sort());
});

describe.each(Object.entries(EXAMPLES))('example %s', (name, { encoding, byHand, modelled = [], units = '1' }) => {
  it('gives the committed report byte for byte', () => {
    const { status, stdout, stderr } = tanji(name, 'calc', 'bom.csv', '--product', 'product.json');
    expect(stderr.toString('utf8')).not.toContain('error[');
    expect(status).toBe(0);
    expect(stdout.equals(readFileSync(join(folderOf(name), 'report.json')))).toBe(true);
  });

  it('has a valid report', () => {
    expect(tanji(name, 'validate', 'report.json').status).toBe(0);
  });

  it('is explained down to the total', () => {
    const { status, stdout } = tanji(name, 'explain', 'report.json');
    expect(status).toBe(0);
    expect(stdout.toString('utf8')).toContain(reportOf(name).result.total);
  });

  it.each(byHand)('%s × %s', (item, factor, kgco2e) => {
    const found = reportOf(name).inventory.contributions.filter((each) => each.item === item && each.factor === factor);
    expect(found.map((each) => each.kgco2e)).toEqual([kgco2e]);
  });

  it('has the total of an independent calculation', () => {
    const { inside, beyond, gross } = recomputed(name, encoding, modelled, units);
    const { result } = reportOf(name);
    expect(result.total).toBe(rounded(inside, gross));
    expect(result.beyond_boundary).toBe(beyond.top === 0n ? undefined : rounded(beyond, gross));
  });

  it('says that it is an illustration and claims no certificate', () => {
    const { product, label } = reportOf(name);
    expect(product.names.en).toContain('illustration');
    expect(product.names.zh).toContain('示例');
    expect(product.manufacturer?.name).toContain('illustration');
    expect(label.status).toBe('self-declared');
    expect(label.certificate).toBeUndefined();
  });
});

// LFP powder: 4 modules × 14 cells ÷ 0.95 × 2 kg ÷ 0.95 × 0.95 ÷ 0.99 × 7.2 = 806.4 ÷ 0.9405 = 857 + 87/209,
// and 87/209 = 0.416267942583732057 with these 18 digits for ever.
it('compounds the losses of pack, cell and electrode', () => {
  const powder = reportOf('lfp-battery-pack').inventory.contributions.find((each) => each.factor === 'supplier:6');
  expect(powder?.item).toBe('磷酸铁锂粉');
  expect(powder?.kgco2e.slice(0, 40)).toBe('857.416267942583732057416267942583732057');
});

// Module D: −3141.8913 (above) and 7.5 kg = 0.0075 t of batteries × −803 = −6.0225; together −3147.9138.
it('shows the credits of the elevator beside the total', () => {
  const { result, inventory } = reportOf('passenger-elevator');
  expect(result.beyond_boundary).toBe('-3147.9138');
  expect(inventory.contributions.filter((each) => each.stage === 'beyond_boundary')).toHaveLength(2);
  expect(result.by_stage.map((each) => each.stage)).toEqual([
    'raw_materials', 'manufacturing', 'distribution', 'installation', 'use', 'maintenance', 'end_of_life',
  ]);
});

it('reads the GB18030 bill with its Chinese headers', () => {
  expect(reportOf('lfp-battery-pack').inputs.find((input) => input.role === 'bom')).toMatchObject({
    encoding: 'gb18030', newline: 'CRLF', decimal_mark: '.', delimiter: ',', rows: 30,
  });
});

it('is listed in both languages of examples/README.md with the value of its label', () => {
  const [english = '', chinese = ''] = readFileSync(join(ROOT, 'examples', 'README.md'), 'utf8').split('## 示例');
  for (const name of Object.keys(EXAMPLES)) {
    const { value } = reportOf(name).label.display;
    for (const half of [english, chinese]) {
      expect(half).toContain(`examples/${name}/bom.csv`);
      expect(half).toContain(`**${value} kg CO2e**`);
    }
  }
});

function tanji(name: string, ...words: readonly string[]): { status: number | null; stdout: Buffer; stderr: Buffer } {
  return spawnSync(process.execPath, [MAIN, ...words, '--lang', 'en'], { cwd: folderOf(name) });
}

// The independent calculation: plain BigInt fractions over the bill's rows, none of the project's own code.

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

type Row = ReadonlyMap<string, string>;

const fraction = (top: bigint, bottom = 1n): Fraction => ({ top, bottom });
const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);
const over = (a: Fraction, b: Fraction): Fraction => times(a, fraction(b.bottom, b.top));
const absolute = ({ top, bottom }: Fraction): Fraction => fraction(top < 0n ? -top : top, bottom);

function number(text: string): Fraction {
  if (text.endsWith('%')) return over(number(text.slice(0, -1)), fraction(100n));
  const [whole = '', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

const HEADERS: ReadonlyMap<string, string> = new Map([
  ['层级', 'level'], ['名称', 'item'], ['阶段', 'stage'], ['数量', 'quantity'], ['单位', 'unit'], ['因子', 'factor'],
  ['因子值', 'factor_value'], ['因子单位', 'factor_unit'], ['损耗率', 'loss'], ['损耗基准', 'loss_basis'],
  ['运距', 'distance_km'], ['运输方式', 'transport'],
]);

/** In kg, kWh, m3, kg·km, pieces, km. */
const UNITS: ReadonlyMap<string, Fraction> = new Map([
  ['kg', fraction(1n)], ['t', fraction(1000n)], ['kg*km', fraction(1n)], ['tkm', fraction(1000n)], ['km', fraction(1n)],
  ['kWh', fraction(1n)], ['度', fraction(1n)], ['MJ', fraction(10n, 36n)], ['L', fraction(1n, 1000n)], ['m3', fraction(1n)],
  ['piece', fraction(1n)], ['件', fraction(1n)], ['g', fraction(1n, 1000n)],
]);

function unit(symbol: string): Fraction {
  const size = UNITS.get(symbol);
  if (size === undefined) throw new Error(`unit ${symbol}`);
  return size;
}

function rowsOf(path: string, encoding: string): Row[] {
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path));
  const [header = [], ...rows] = text.split(/\r?\n/).filter((line) => line !== '').map(cellsOf);
  return rows.map((cells) => new Map(header.map((name, index) => [HEADERS.get(name) ?? name, cells[index] ?? ''])));
}

/** No cell of these files holds a line break. */
function cellsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '');
}

function factorRows(): ReadonlyMap<string, Row> {
  const sets = readdirSync(join(ROOT, 'factors'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rows = sets.flatMap(({ name }) => rowsOf(join(ROOT, 'factors', name, 'factors.csv'), 'utf-8'));
  return new Map(rows.map((row) => [at(row, 'id'), row]));
}

function at(row: Row | undefined, column: string): string {
  return row?.get(column) ?? '';
}

function recomputed(name: string, encoding: string, modelled: Modelled, units: string): { inside: Fraction; beyond: Fraction; gross: Fraction } {
  const factors = factorRows();
  const bill = rowsOf(join(folderOf(name), 'bom.csv'), encoding);
  let [inside, beyond, gross] = [fraction(0n), fraction(0n), fraction(0n)];

  const add = (stage: string, kgco2e: Fraction): void => {
    gross = plus(gross, absolute(kgco2e));
    if (stage === 'beyond_boundary' || stage === 'D') beyond = plus(beyond, kgco2e);
    else inside = plus(inside, kgco2e);
  };

  const leaf = (row: Row, amount: Fraction): void => {
    const part = at(row, 'factor').startsWith('bom:') ? at(row, 'factor').slice('bom:'.length) : undefined;
    if (part !== undefined) {
      for (const below of bill.filter((each) => at(each, 'product') === part)) leaf(below, times(amount, input(below)));
      return;
    }
    const factor = factors.get(at(row, 'factor'));
    const [value, per] = factor === undefined
      ? [at(row, 'factor_value'), at(row, 'factor_unit')]
      : [at(factor, 'kgco2e'), at(factor, 'unit')];
    const stage = at(row, 'stage') === '' ? at(factor, 'stage') : at(row, 'stage');
    const activity = times(amount, unit(at(row, 'unit')));
    add(stage, times(over(activity, unit(per)), number(value)));
    if (at(row, 'transport') === '') return;
    const tonneKilometres = over(times(activity, number(at(row, 'distance_km'))), fraction(1000n));
    add(stage, times(tonneKilometres, number(at(factors.get(at(row, 'transport')), 'kgco2e'))));
  };

  for (const [amount, symbol, name, stage = ''] of modelled) {
    const factor = factors.get(name);
    const activity = times(chained(amount), unit(symbol));
    const per = unit(factor === undefined ? symbol : at(factor, 'unit'));
    add(stage, times(over(activity, per), number(factor === undefined ? name : at(factor, 'kgco2e'))));
  }

  const root = at(bill[0], 'product');
  const perLevel: Fraction[] = [fraction(1n)];
  for (const [index, row] of bill.entries()) {
    if (at(row, 'product') !== root) continue;
    const level = Number(at(row, 'level') || '1');
    const amount = times(perLevel[level - 1] ?? fraction(0n), input(row));
    perLevel[level] = amount;
    if (Number(at(bill[index + 1], 'level') || '1') <= level) leaf(row, amount);
  }
  const each = over(fraction(1n), number(units));
  return { inside: times(inside, each), beyond: times(beyond, each), gross: times(gross, each) };
}

/** `40*0.3/100`, from left to right. */
function chained(text: string): Fraction {
  return [...text.matchAll(/(^|[*/])([\d.]+)/g)].reduce(
    (value, [, sign = '', amount = '']) => (sign === '/' ? over(value, number(amount)) : times(value, number(amount))),
    fraction(1n),
  );
}

/** What goes in for one unit of the row above. */
function input(row: Row): Fraction {
  const quantity = number(at(row, 'quantity'));
  const loss = number(at(row, 'loss') || '0');
  const ofInput = ['of_input', '投入'].includes(at(row, 'loss_basis'));
  const gone = ofInput
    ? over(quantity, plus(fraction(1n), times(loss, fraction(-1n))))
    : times(quantity, plus(fraction(1n), loss));
  return times(gone, number(at(row, 'share') || '1'));
}

/** 3 for 123.4, 0 for 0.5, -1 for 0.05. */
function integerDigits({ top, bottom }: Fraction): number {
  if (top >= bottom) return (top / bottom).toString().length;
  return 1 - (bottom / top).toString().length + (bottom % top === 0n && /^10*$/.test((bottom / top).toString()) ? 1 : 0);
}

/** Half to even where the sum of absolute contributions has 50 significant digits (DESIGN section 1). */
function rounded(amount: Fraction, gross: Fraction): string {
  const places = 50 - integerDigits(gross);
  const { top, bottom } = absolute(amount);
  const scaled = top * 10n ** BigInt(places);
  const floor = scaled / bottom;
  const rest = 2n * (scaled % bottom);
  const steps = rest > bottom || (rest === bottom && floor % 2n === 1n) ? floor + 1n : floor;
  const digits = steps.toString().padStart(places + 1, '0');
  const decimals = digits.slice(-places).replace(/0+$/, '');
  const text = digits.slice(0, -places) + (decimals === '' ? '' : `.${decimals}`);
  return amount.top * amount.bottom < 0n ? `-${text}` : text;
}
