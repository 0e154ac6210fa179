import { CARRIERS, LEDGER_COLUMNS, ORIGINS, type Carrier, type LedgerColumn, type Origin } from './ledger-line.js';
import { headerNames } from './headers.js';
import { Vocabulary } from './words.js';

/** Header names of an energy ledger (DESIGN section 4) and evident variants of them. */
export const ledgerColumnNamed = headerNames<LedgerColumn>(LEDGER_COLUMNS, {
  institution: ['机构', '机构名称', '单位名称', '公共机构'],
  site: ['场所', '地点', '院区', '校区'],
  period: ['周期', '期间', '月份', '年月', '年份'],
  from: ['开始', '开始日期', '起'],
  to: ['结束', '结束日期', '止'],
  carrier: ['能源品种', '品种', '能源种类', '能源'],
  amount: ['数量', '用量', '消耗量', 'quantity'],
  unit: ['单位', '计量单位'],
  origin: ['来源', '电力来源', '能源来源'],
  meter: ['表计', '表号', '电表', '发票', 'invoice'],
  factor: ['因子', '排放因子', 'factor_id'],
  note: ['备注', 'notes', 'remark'],
});

export const ORIGIN_WORDS = new Vocabulary<Origin>(ORIGINS, {
  grid: ['市电', '电网', '外购电', '网电'],
  pv_generated: ['光伏发电', '光伏总发电'],
  pv_used: ['光伏自用', '自发自用'],
  pv_exported: ['光伏上网', '余电上网'],
  green_power: ['绿电', '绿电直供', '绿电交易'],
  green_certificate: ['绿证', '绿色电力证书'],
  renewable_other: ['其他可再生', '可再生'],
  fuel: ['燃料', '直接燃烧'],
  heat: ['热力', '外购热力', '供热'],
  refrigerant: ['制冷剂'],
  water: ['用水', '自来水'],
  scope_3: ['范围三', '范围3', 'scope3'],
});

export const CARRIER_WORDS = new Vocabulary<Carrier>(CARRIERS, {
  electricity: ['电', '电力'],
  natural_gas: ['天然气', '管道天然气'],
  lpg: ['液化石油气'],
  lng: ['液化天然气'],
  raw_coal: ['原煤', '煤', '煤炭'],
  cleaned_coal: ['洗精煤'],
  coke: ['焦炭'],
  gasoline: ['汽油', 'petrol'],
  kerosene: ['煤油'],
  diesel: ['柴油'],
  fuel_oil: ['燃料油'],
  heat: ['热', '热水'],
  steam: ['蒸汽'],
  cooling: ['冷量', '供冷'],
  solar_heat: ['太阳能热水', '光热'],
  biomass: ['生物质'],
  biogas: ['沼气'],
  water: ['水'],
});

const ELECTRIC: readonly Origin[] = ['grid', 'pv_generated', 'pv_used', 'pv_exported', 'green_power', 'green_certificate'];
const HEAT: readonly Carrier[] = ['heat', 'steam', 'cooling'];
const BURNT: readonly Carrier[] = ['natural_gas', 'lpg', 'lng', 'raw_coal', 'cleaned_coal', 'coke', 'gasoline', 'kerosene', 'diesel', 'fuel_oil', 'biomass', 'biogas'];
const RENEWABLE: readonly Carrier[] = ['electricity', 'solar_heat', 'biomass', 'biogas', 'heat'];

/** The carriers that an origin may have; undefined where any name may stand: a refrigerant, an item of scope 3. */
export function carriersOf(origin: Origin): readonly Carrier[] | undefined {
  if (ELECTRIC.includes(origin)) return ['electricity'];
  switch (origin) {
    case 'fuel': return BURNT;
    case 'heat': return HEAT;
    case 'renewable_other': return RENEWABLE;
    case 'water': return ['water'];
    default: return undefined;
  }
}
