import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OPEN_LICENCES } from '../../src/factors/open-licences.js';
import { isRegion } from '../../src/factors/regions.js';
import { BUNDLED, sourcesOf, type Row } from '../docs/bundled-datasets.js';

const ALL = BUNDLED.flatMap(({ name, rows }) => rows.map((row) => ({ dataset: name, row })));
const byId = new Map(ALL.map((each) => [each.row['id'] ?? '', each]));
const words = (rows: readonly Row[], column: string): string[] => [...new Set(rows.map((row) => row[column] ?? ''))].sort();
const rowsOf = (name: string): readonly Row[] => BUNDLED.find((each) => each.name === name)?.rows ?? [];

describe.each(BUNDLED.map((bundled) => [bundled.name, bundled] as const))('%s', (name, { about, rows, tables }) => {
  it('is named as its folder', () => {
    expect(about.name).toBe(name);
  });

  it('names the licences of its rows and no others, with their addresses', () => {
    expect(about.licenses.map((licence) => licence.name).sort()).toEqual(words(rows, 'licence'));
    const paths = new Map(OPEN_LICENCES.map(({ id, source }) => [id, source]));
    expect(about.licenses.filter((licence) => licence.path !== paths.get(licence.name))).toEqual([]);
  });

  it('names the sources of its rows and no others', () => {
    const used = new Set(sourcesOf(rows).map(({ title, publisher, url }) => `${title} (${publisher}) ${url}`));
    for (const row of [...tables.values()].flat()) {
      const [title = '', publisher = '', url = ''] = [row['source'], row['publisher'], row['url']];
      // blends.csv has no publishers: a source that rows of factors.csv name too is named as there.
      const known = rows.find((each) => each['source'] === title)?.['publisher'];
      used.add(`${title}${publisher === '' && known === undefined ? '' : ` (${publisher === '' ? String(known) : publisher})`} ${url}`);
    }
    expect(about.sources.map(({ title, path }) => `${title} ${path}`).sort()).toEqual([...used].sort());
  });

  it('names the GWP sets of its rows and no others', () => {
    expect([...about.gwp].sort()).toEqual(words(rows, 'gwp'));
  });

  it('describes every file and column', () => {
    expect(about.resources.map(({ path }) => path).sort()).toEqual(['factors.csv', ...tables.keys()].sort());
    for (const { path, schema } of about.resources) {
      const [first = {}] = path === 'factors.csv' ? rows : tables.get(path) ?? [];
      expect(schema.fields.map((field) => field.name)).toEqual(Object.keys(first));
    }
  });

  it('tells its limits and what is in it in both languages', () => {
    expect(about.limits.length).toBeGreaterThan(0);
    expect(about.limits_zh).toHaveLength(about.limits.length);
    expect([about.title_zh, about.description_zh, ...about.limits_zh].filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    expect([about.title, about.description, ...about.limits].filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('has a changelog that begins with its version and counts its rows', () => {
    const [latest, ...earlier] = about.changelog;
    expect(latest?.version).toBe(about.version);
    expect(/^(\d+) factors/.exec(latest?.changes ?? '')?.[1]).toBe(String(rows.length));
    expect(earlier.every(({ version }) => version < about.version)).toBe(true);
  });

  it('counts the factors that moved away, each at home where the changelog says', () => {
    for (const { changes, moved = {} } of about.changelog) {
      const lost = Object.entries(moved).flatMap(([to, ids]) => ids.filter((id) => byId.get(id)?.dataset !== to));
      expect(lost).toEqual([]);
      const count = Object.values(moved).flat().length;
      expect(/unchanged: (\d+) factors/.exec(changes)?.[1] ?? '0').toBe(String(count));
    }
  });

  it('counts its new factors: rows that are new, that stayed and that came from elsewhere make up all', () => {
    const [latest, ...earlier] = about.changelog;
    const first = Number(/^First edition: (\d+) factors/.exec(earlier.at(-1)?.changes ?? '')?.[1] ?? 0);
    const left = Object.values(latest?.moved ?? {}).flat().length;
    const came = BUNDLED.flatMap((other) => other.about.changelog[0]?.moved?.[name] ?? []).length;
    const [, count] = /, (\d+) of them new/.exec(latest?.changes ?? '') ?? [undefined, /all new/.test(latest?.changes ?? '') ? rows.length : NaN];
    const withdrawn = latest?.withdrawn ?? [];
    expect(withdrawn.filter((id) => byId.has(id))).toEqual([]);
    expect(first - left - withdrawn.length + came + Number(count)).toBe(rows.length);
  });

  it('says of every row what it is and where it was read', () => {
    const blank = ['id', 'name', 'name_zh', 'category', 'unit', 'kgco2e', 'gwp', 'region', 'year', 'boundary', 'source', 'publisher', 'url', 'locator', 'licence', 'evidence']
      .flatMap((column) => rows.filter((row) => (row[column] ?? '').trim() === '').map((row) => `${row['id'] ?? ''}: ${column}`));
    expect(blank).toEqual([]);
    const wrong = (is: (row: Row) => boolean): (string | undefined)[] => rows.filter((row) => !is(row)).map((row) => row['id']);
    expect(wrong((row) => /\p{Script=Han}/u.test(row['name_zh'] ?? ''))).toEqual([]);
    expect(wrong((row) => /[A-Za-z]/.test(row['name'] ?? '') && !/\p{Script=Han}/u.test(row['name'] ?? ''))).toEqual([]);
    expect(wrong((row) => isRegion(row['region'] ?? ''))).toEqual([]);
    expect(wrong((row) => /^https?:\/\/\S+$/.test(row['url'] ?? ''))).toEqual([]);
    expect(wrong((row) => row['evidence'] === 'primary'
      || (row['evidence'] === 'secondary' && /\bread in (?:a )?copy\b/.test(row['locator'] ?? '')))).toEqual([]);
  });
});

it('holds no id twice over all datasets', () => {
  const ids = ALL.map(({ row }) => row['id']);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it('refers in notes to rows that are there', () => {
  const broken = ALL.flatMap(({ row }) => [...(row['notes'] ?? '').matchAll(/(?:Goes with|Add|is a part of) ([a-z0-9]+(?:-[a-z0-9]+)+)(?=[ .,;:]|$)/g)]
    .filter(([, id = '']) => !byId.has(id)).map(([found]) => `${row['id'] ?? ''}: ${found}`));
  expect(broken).toEqual([]);
});

describe('holds as much as was promised', () => {
  it('1,500 factors in all', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(1500);
  });

  it.each([['textiles', 120], ['batteries', 80], ['elevators', 80], ['tea', 60]] as const)('%s: %i', (name, least) => {
    expect(rowsOf(name).length).toBeGreaterThanOrEqual(least);
  });

  it('electricity of 30 countries beside China', () => {
    const countries = new Set(words(rowsOf('electricity'), 'region').map((region) => region.slice(0, 2)));
    for (const region of ['CN', 'HK', 'MO', 'TW', 'EU', 'GL']) countries.delete(region);
    expect(countries.size).toBeGreaterThanOrEqual(30);
  });

  // Table 3 of the notices 2024 no. 12, 2024 no. 33 and 2025 no. 47: 30 provincial units, without Xizang.
  it.each(['2021', '2022', '2023'])('electricity of the Chinese provincial units of the notice for %s', (year) => {
    const units = 'AH BJ CQ FJ GD GS GX GZ HA HB HE HI HL HN JL JS JX LN NM NX QH SC SD SH SN SX TJ XJ YN ZJ'.split(' ');
    const found = rowsOf('electricity').filter((row) => row['year'] === year && row['category'] === 'electricity-grid-direct' && /^CN-/.test(row['region'] ?? ''));
    expect(found.map((row) => row['region']).sort()).toEqual(units.map((unit) => `CN-${unit}`));
  });
});

/** Read in the publications named, not in factors.csv: [factor, value, unit, year, part of the source's title]. */
const AS_PUBLISHED = [
  // NDRC, average CO2 factors of the regional grids of 2011 and 2012: East China, kg CO2/kWh.
  ['electricity-cn-east-2012', '0.7035', 'kWh', '2012', '2011年和2012年中国区域电网平均二氧化碳排放因子'],
  // MEE and NBS, announcements of direct CO2 factors, table 1 (nation), 3 (provinces), 5 (fossil).
  ['electricity-cn-2021', '0.5568', 'kWh', '2021', '2024年第12号'],
  ['electricity-cn-2022', '0.5366', 'kWh', '2022', '2024年第33号'],
  ['electricity-cn-2023', '0.5306', 'kWh', '2023', '2025年第47号'],
  ['electricity-cn-zj-2023', '0.4974', 'kWh', '2023', '2025年第47号'],
  ['electricity-cn-sh-2022', '0.5849', 'kWh', '2022', '2024年第33号'],
  ['electricity-cn-fossil-2023', '0.8273', 'kWh', '2023', '2025年第47号'],
  // MEE, NBS and NEA, carbon footprint factors: table 1 (nation), table 2 (coal power).
  ['electricity-footprint-cn-2023', '0.6205', 'kWh', '2023', '2025年第3号'],
  ['electricity-footprint-cn-2024', '0.5777', 'kWh', '2024', '2024 electricity carbon footprint factors'],
  ['electricity-footprint-cn-coal-2024', '0.9240', 'kWh', '2024', '2024 electricity carbon footprint factors'],
  // Ember, yearly electricity data: 383.55 and 213.02 g per kWh.
  ['electricity-us-2024', '0.38355', 'kWh', '2024', 'Yearly electricity data'],
  ['electricity-eu-2024', '0.21302', 'kWh', '2024', 'Yearly electricity data'],
  // DESNZ, conversion factors 2025: flat file rows 30_400_4000_5_1, 19_504_5116_15_1 (steel cans), 19_500_5020_15_1
  // (concrete), 19_503_5096_15_1 (Li-ion), 19_505_5136_15_1 (LDPE), 31_310_3102_4_1 (van), 27_320_3235_14_1 (container
  // ship), 27_315_3151_14_1 (freight train), 27_317_3157_14_1 (long haul without RF), 20_506_5446_15_1 (board to
  // landfill), 17_404_4005_1_1 (water).
  ['electricity-gb-2025', '0.177', 'kWh', '2025', 'company reporting 2025'],
  ['steel-can-gb', '2863.90131', 't', '2025', 'company reporting 2025'],
  ['concrete-gb', '118.79306', 't', '2025', 'company reporting 2025'],
  ['battery-li-ion-avg-gb', '6308', 't', '2025', 'company reporting 2025'],
  ['ldpe-formed-gb', '2965.0779', 't', '2025', 'company reporting 2025'],
  ['service-van-diesel-gb', '0.25561', 'km', '2025', 'company reporting 2025'],
  ['ship-container-avg-gb', '0.01612', 'tkm', '2025', 'company reporting 2025'],
  ['rail-freight-gb', '0.02779', 'tkm', '2025', 'company reporting 2025'],
  ['air-freight-longhaul-norf-gb', '0.5313', 'tkm', '2025', 'company reporting 2025'],
  ['board-landfill-gb', '1164.4894', 't', '2025', 'company reporting 2025'],
  ['water-supply-gb', '0.1913', 'm3', '2025', 'company reporting 2025'],
  // Conversion factors 2023, row 10_401_4002_5_1: onsite heat and steam.
  ['steam-onsite-gb', '0.17965', 'kWh', '2023', 'company reporting 2023'],
  // Base Carbone: elements 27044 (T-shirt), 34632 (used textiles), 26733 (copper), 26729 (steel), 26731 (aluminium),
  // 43643 (lorry), 37132 (natural gas), 34931 (urea, per tonne of N), 39918 (brewed tea), 24270 (soil N2O), 20567 (pesticide).
  ['tshirt-cotton-fr', '5.2', 'piece', '2025', 'Base Carbone'],
  ['used-textiles-disposal-fr', '1382', 't', '2025', 'Base Carbone'],
  ['copper-fr', '1445', 't', '2025', 'Base Carbone'],
  ['steel-fr', '2211', 't', '2025', 'Base Carbone'],
  ['aluminium-fr', '7803', 't', '2025', 'Base Carbone'],
  ['truck-artic-40t-fr', '0.0875', 'tkm', '2025', 'Base Carbone'],
  ['natural-gas-lhv-fr', '0.239', 'kWh', '2025', 'Base Carbone'],
  ['fertiliser-urea-eu', '4253', 't', '2025', 'Base Carbone'],
  ['tea-brewed-fr', '0.0394', 'kg', '2025', 'Base Carbone'],
  ['soil-n2o-mineral-n-fr', '5.73', 'kg', '2025', 'Base Carbone'],
  ['pesticide-mean-eu', '9.2', 'kg', '2025', 'Base Carbone'],
  // Frontiers in Bioengineering and Biotechnology 2021, table 3: kg per 1000 kg of fibre.
  ['cotton-fibre-world', '2000', 't', '2010', '10.3389/fbioe.2021.608826'],
  ['polyester-fibre-eu', '4100', 't', '2010', '10.3389/fbioe.2021.608826'],
  // Energies 17(2) 312, conclusions: per running metre of cloth.
  ['fabric-polyester-wool-tr', '1.72', 'm', '2024', '10.3390/en17020312'],
  // Sustainability 9(4) 504, abstract: packs of 28 kWh made in China.
  ['battery-pack-lfp-28kwh-cn-2017', '3061', 'piece', '2017', 'Hao et al.'],
  ['battery-pack-nmc-28kwh-cn-2017', '2912', 'piece', '2017', 'Hao et al.'],
  // USITC, news release: carbon and alloy semi-finished steel, t CO2e per t.
  ['steel-semifinished-us', '1.02', 'kg', '2022', 'USITC'],
  // EPA Emission Factors Hub, table 1: natural gas, kg CO2 per mmBtu.
  ['natural-gas-mmbtu-us', '53.06', 'mmBtu', '2025', 'GHG Emission Factors Hub'],
  // Agronomy 13(2) 364, abstract: per kg of dry tea.
  ['green-tea-shaanxi-whole', '32.90', 'kg', '2023', '10.3390/agronomy13020364'],
] as const;

it.each(AS_PUBLISHED)('%s is %s as published', (id, value, unit, year, source) => {
  const row = byId.get(id)?.row;
  expect([row?.['kgco2e'], row?.['unit'], row?.['year']]).toEqual([value, unit, year]);
  expect(row?.['source']).toContain(source);
});

describe('refrigerants-and-gwp', () => {
  const tables = BUNDLED.find(({ name }) => name === 'refrigerants-and-gwp')?.tables;
  const [gwp = [], blends = []] = [tables?.get('gwp.csv'), tables?.get('blends.csv')];

  it('counts its tables', () => {
    const { changes } = BUNDLED.find(({ name }) => name === 'refrigerants-and-gwp')?.about.changelog[0] ?? { changes: '' };
    expect(changes).toContain(`${String(gwp.length)} GWP values of ${String(words(gwp, 'gas').length)} gases`);
    expect(changes).toContain(`compositions of ${String(words(blends, 'blend').length)} blends`);
  });

  // IPCC AR4 table 2.14, AR5 table 8.A.1, AR6 table 7.SM.7.
  it.each([
    ['HFC-23', '14800', '12400', '14600'], ['HFC-134a', '1430', '1300', '1530'], ['Nitrous oxide', '298', '265', '273'],
    ['Methane', '25', '28', '27.9'], ['Sulfur hexafluoride', '22800', '23500', '25200'],
  ])('%s: %s, %s, %s', (gas, ...values) => {
    expect(['AR4', 'AR5', 'AR6-2021-SM'].map((edition) => gwp.find((row) => row['gas'] === gas && row['edition'] === edition)?.['gwp100'])).toEqual(values);
  });

  it('holds blends whose mass shares add up to 1', () => {
    // In millionths, as whole numbers.
    const millionths = (share: string): bigint => BigInt((share.split('.')[0] ?? '') + (share.split('.')[1] ?? '').padEnd(6, '0'));
    const sums = words(blends, 'blend').map((blend) => [blend, blends.filter((row) => row['blend'] === blend)
      .reduce((sum, row) => sum + millionths(row['mass_share'] ?? ''), 0n)] as const);
    expect(sums.filter(([, sum]) => sum !== 1_000_000n)).toEqual([]);
  });

  it('has the published value of a whole blend: R-404A and R-410A under AR5', () => {
    // DESNZ conversion factors: 3943 and 1924. By mass: 0.44 × 3170 + 0.52 × 4800 + 0.04 × 1300 = 3942.8; (677 + 3170) ÷ 2 = 1923.5.
    expect(['r-404a-gb', 'r-410a-gb'].map((id) => byId.get(id)?.row['kgco2e'])).toEqual(['3943', '1924']);
  });
});

describe('factors/ATTRIBUTION.md', () => {
  const page = readFileSync(fileURLToPath(new URL('../../factors/ATTRIBUTION.md', import.meta.url)), 'utf8').replaceAll('\r\n', '\n');
  const sections = new Map(page.split(/^## /m).map((text) => [text.split('\n')[0] ?? '', text]));

  it('credits every source under every licence that rows give it, with its publisher and address', () => {
    const missing = sourcesOf(ALL.map(({ row }) => row)).filter(({ title, publisher, url, licence }) => {
      const lines = (sections.get(licence) ?? '').split('\n').filter((line) => line.startsWith('* '));
      return !lines.some((line) => line.includes(title) && line.includes(publisher) && line.includes(`<${url}>`));
    });
    expect(missing.map(({ title, licence }) => `${licence}: ${title}`)).toEqual([]);
  });

  it('has the sentences and addresses that the licences ask for', () => {
    expect(sections.get('OGL-UK-3.0')).toContain('Contains public sector information licensed under the Open Government Licence v3.0.');
    expect(sections.get('etalab-2.0')).toContain('Source: ADEME, Base Carbone, extract of 2025-07-09');
    expect(sections.get('CC-BY-4.0')).toMatch(/Changed: /);
    const licences = words(ALL.map(({ row }) => row), 'licence');
    expect(licences.filter((licence) => !OPEN_LICENCES.some(({ id, source }) => id === licence && sections.get(licence)?.includes(source)))).toEqual([]);
  });

  it('names the sources of the tables beside factors.csv', () => {
    const urls = BUNDLED.flatMap(({ tables }) => [...tables.values()].flat().map((row) => row['url'] ?? ''));
    expect([...new Set(urls)].filter((url) => !page.includes(`<${url}>`))).toEqual([]);
  });
});
