import { Exact } from '../../src/quantity/exact.js';
import { ratioTexts } from '../../src/quantity/convert.js';
import { parseUnit } from '../../src/quantity/parse-unit.js';
import { namesOf } from '../../src/quantity/unit-table.js';
import { AMBIGUOUS, MISLEADING, type AmbiguousName } from '../../src/quantity/unit-table/ambiguous.js';
import { AREA, VOLUME } from '../../src/quantity/unit-table/area-and-volume.js';
import { COUNT } from '../../src/quantity/unit-table/count.js';
import { ENERGY } from '../../src/quantity/unit-table/energy.js';
import { LENGTH, TIME } from '../../src/quantity/unit-table/length-and-time.js';
import { MASS } from '../../src/quantity/unit-table/mass.js';
import { MONEY } from '../../src/quantity/unit-table/money.js';
import { TRANSPORT } from '../../src/quantity/unit-table/transport.js';
import type { UnitRow } from '../../src/quantity/unit-table/unit-row.js';
import { markdownTable } from './generated-blocks.js';

const KINDS: readonly (readonly [title: string, rows: readonly UnitRow[]])[] = [
  ['Mass', MASS], ['Energy and power', ENERGY], ['Length', LENGTH], ['Time', TIME], ['Area', AREA], ['Volume', VOLUME],
  ['Transport', TRANSPORT], ['Counted things', COUNT], ['Money', MONEY],
];

/** The unit in which sizes of a dimension are told, by the dimension. */
const TOLD_IN: ReadonlyMap<string, string> = new Map([
  ['mass:1', 'kg'], ['energy:1', 'kWh'], ['energy:1 time:-1', 'kW'], ['length:1', 'm'], ['time:1', 'h'], ['length:2', 'm2'],
  ['length:3', 'm3'], ['length:1 mass:1', 'tkm'], ['length:1 person:1', 'pkm'], ['length:1 vehicle:1', 'vkm'], ['item:1', 'piece'],
  ['pair:1', 'pair'], ['night:1', 'guest-night'], ['wear:1', 'wear'], ['cup:1', 'cup'], ['person:1', 'person'], ['vehicle:1', 'vehicle'], ['room:1', 'room-night'], ['length:-2 mass:1', 'kg/m2'],
  ...['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD'].map((money): [string, string] => [`${money}:1`, money]),
]);

export function unitsPart(): string {
  const tables = KINDS.map(([title, rows]) => `## ${title}\n\n${markdownTable(
    ['symbol', 'exact size', 'also in this spelling', 'also, in any case', 'source of the size'],
    rows.map((row) => {
      const { spellings, words } = namesOf(row);
      return [`\`${row.symbol}\``, sizeText(row), spellings.join(', '), words.join(', '), row.source];
    }),
  )}`);
  return [...tables, refusedTable('Names with several meanings (`unit-ambiguous`)', AMBIGUOUS),
    refusedTable('Names that are no unit here (`unit-unknown`)', MISLEADING)].join('\n\n');
}

function refusedTable(title: string, names: readonly AmbiguousName[]): string {
  return `## ${title}\n\n${markdownTable(['written', 'write instead'], names.map((name) => {
    const { spellings, words } = namesOf(name);
    return [[...spellings, ...words].join(', '), name.candidates.map((symbol) => `\`${symbol}\``).join(', ')];
  }))}`;
}

function sizeText({ symbol, dimension }: UnitRow): string {
  const key = Object.entries(dimension).map(([base, power]) => `${base}:${power}`).sort().join(' ');
  const base = TOLD_IN.get(key) ?? '';
  const [unit, told] = [parseUnit(symbol), parseUnit(base)];
  if (unit.kind !== 'found' || told.kind !== 'found') throw new Error(`no unit to tell the size of ${symbol} in`);
  const { multiply, divide } = ratioTexts(unit.unit, told.unit);
  return `${multiply}${Exact.of(divide).equals(Exact.ONE) ? '' : `/${divide}`} ${base}`;
}
