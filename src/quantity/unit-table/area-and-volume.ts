import type { UnitRow } from './unit-row.js';
import { CHINA_1959, NIST_SP_811, SI, YARD_AND_POUND } from './sources.js';

const dimension = { length: 2 };
const volume = { length: 3 };

export const AREA: readonly UnitRow[] = [
  { symbol: 'm2', dimension, size: '1', source: SI, spellings: 'M2 | MTK', words: 'sqm | sq m | sq.m | square metre | square metres | square meter | square meters | 平方米 | 平米 | 平方' },
  { symbol: 'cm2', dimension, size: '0.0001', source: SI, spellings: 'CM2 | CMK', words: 'square centimetre | square centimetres | square centimeter | square centimeters | 平方厘米' },
  { symbol: 'mm2', dimension, size: '0.000001', source: SI, spellings: 'MMK', words: 'square millimetre | square millimetres | square millimeter | square millimeters | 平方毫米' },
  { symbol: 'dm2', dimension, size: '0.01', source: SI, spellings: 'DMK', words: 'square decimetre | square decimetres | square decimeter | square decimeters | 平方分米' },
  { symbol: 'km2', dimension, size: '1000000', source: SI, spellings: 'KM2 | KMK', words: 'square kilometre | square kilometres | square kilometer | square kilometers | 平方千米 | 平方公里' },
  { symbol: 'ha', dimension, size: '10000', source: SI, spellings: 'HAR', words: 'hectare | hectares | 公顷' },
  { symbol: 'mu', dimension, size: '10000/15', source: CHINA_1959, words: '亩 | 市亩' },
  { symbol: 'in2', dimension, size: '0.00064516', source: YARD_AND_POUND, words: 'sq in | square inch | square inches | 平方英寸' },
  { symbol: 'ft2', dimension, size: '0.09290304', source: YARD_AND_POUND, spellings: 'FTK', words: 'sqft | sq ft | sq.ft | square foot | square feet | 平方英尺' },
  { symbol: 'yd2', dimension, size: '0.83612736', source: YARD_AND_POUND, spellings: 'YDK', words: 'sq yd | square yard | square yards | 平方码' },
  { symbol: 'acre', dimension, size: '4046.8564224', source: `${YARD_AND_POUND}: 4840 yd2`, spellings: 'ACR', words: 'acre | acres | 英亩' },
];

// `gal` and `gallon` are ambiguous; so are `ML` and `方`. Gas at a reference state (Nm3, scf) is no plain volume and is not read.
export const VOLUME: readonly UnitRow[] = [
  { symbol: 'm3', dimension: volume, size: '1', source: SI, spellings: 'M3 | MTQ', words: 'cbm | cu m | cu.m | cubic metre | cubic metres | cubic meter | cubic meters | 立方米 | 立米 | 立方' },
  { symbol: '万m3', dimension: volume, size: '10000', source: SI, words: '万m3 | 万立方米 | 万立方 | 万方' },
  { symbol: '亿m3', dimension: volume, size: '100000000', source: SI, words: '亿m3 | 亿立方米' },
  { symbol: 'dm3', dimension: volume, size: '0.001', source: SI, spellings: 'DMQ', words: 'cubic decimetre | cubic decimetres | cubic decimeter | cubic decimeters | 立方分米' },
  { symbol: 'cm3', dimension: volume, size: '0.000001', source: SI, spellings: 'CM3 | CMQ', words: 'cc | cubic centimetre | cubic centimetres | cubic centimeter | cubic centimeters | 立方厘米' },
  { symbol: 'mm3', dimension: volume, size: '0.000000001', source: SI, spellings: 'MMQ', words: 'cubic millimetre | cubic millimetres | cubic millimeter | cubic millimeters | 立方毫米' },
  { symbol: 'L', dimension: volume, size: '0.001', source: SI, spellings: 'l | LTR | ltr | Ltr', words: 'ltrs | litre | litres | liter | liters | 升 | 公升' },
  { symbol: 'mL', dimension: volume, size: '0.000001', source: SI, spellings: 'ml | MLT', words: 'millilitre | millilitres | milliliter | milliliters | 毫升' },
  { symbol: 'kL', dimension: volume, size: '1', source: SI, spellings: 'kl', words: 'kilolitre | kilolitres | kiloliter | kiloliters | 千升' },
  { symbol: 'gal_US', dimension: volume, size: '0.003785411784', source: `${NIST_SP_811}: 231 in3`, spellings: 'GLL', words: 'US gal | US gallon | US gallons | 美制加仑 | 美加仑' },
  { symbol: 'gal_UK', dimension: volume, size: '0.00454609', source: `${NIST_SP_811}; Weights and Measures Act 1985 (UK), schedule 1`, spellings: 'GLI', words: 'UK gal | UK gallon | UK gallons | imperial gallon | imperial gallons | 英制加仑 | 英加仑' },
  { symbol: 'bbl', dimension: volume, size: '0.158987294928', source: `${NIST_SP_811}: 42 US gallons of oil`, spellings: 'BLL', words: 'bbl | bbls | oil barrel | oil barrels' },
  { symbol: 'in3', dimension: volume, size: '0.000016387064', source: YARD_AND_POUND, words: 'cu in | cubic inch | cubic inches | 立方英寸' },
  { symbol: 'ft3', dimension: volume, size: '0.028316846592', source: YARD_AND_POUND, spellings: 'FTQ', words: 'cuft | cu ft | cu.ft | cubic foot | cubic feet | 立方英尺' },
  { symbol: 'yd3', dimension: volume, size: '0.764554857984', source: YARD_AND_POUND, spellings: 'YDQ', words: 'cu yd | cubic yard | cubic yards | 立方码' },
];
