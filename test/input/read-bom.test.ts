import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { readBom } from '../../src/input/read-bom.js';
import { bomOf, faults, soundBom, source } from './reading.js';

const HEAD = 'item,quantity,unit,factor';

/** The one line of a bill that has more columns. */
function lineOf(columns: string, cells: string): ReturnType<typeof soundBom>['lines'][number] | undefined {
  return soundBom(`${HEAD},${columns}\nsteel,2,kg,f,${cells}\n`).lines[0];
}

function faultsOf(columns: string, cells: string): string[] {
  return faults(bomOf(`${HEAD},${columns}\nsteel,2,kg,f,${cells}\n`).problems);
}

describe('readBom', () => {
  it('reads a line of every column', () => {
    const text = 'product,component,item,stage,quantity,unit,factor,loss,loss_basis,distance_km,transport,share,data,uncertainty,'
      + 'expect_kgco2e,note\n'
      + ' P1 , body\\frame／ /bar/,钢,原材料,1.50,千克,db:steel,5%,按投入,120,truck,0.5,实测,1.1,3.9,"- whatever"\n';
    const bom = soundBom(text);
    const line = bom.lines[0];
    expect(line).toMatchObject({
      line: 2, product: 'P1', component: 'body/frame/bar', item: '钢', stage: 'raw_materials', factor: 'db:steel', data: 'primary',
      quantity: { text: '1.50' }, unit: { symbol: 'kg' }, loss: { rate: { text: '0.05' }, basis: 'of_input' },
      leg: { distance: { text: '120' }, factor: 'truck' }, share: { text: '0.5' }, uncertainty: { kind: 'gsd', value: { text: '1.1' } },
      expected: { text: '3.9' },
    });
    expect(line).not.toHaveProperty('supplier');
    expect(line).not.toHaveProperty('level');
    expect(bom.input).toEqual({
      name: 'bom.csv', role: 'bom', sha256: createHash('sha256').update(text).digest('hex'), rows: 1,
      encoding: 'utf-8', delimiter: ',', newline: 'LF', decimalMark: '.',
    });
  });

  it('leaves blank cells out', () => {
    const line = lineOf('stage,loss,loss_basis,distance_km,transport,share,data,uncertainty,expect_kgco2e,component', ',,,,,,,,,');
    expect(Object.keys(line ?? {}).sort()).toEqual(['component', 'factor', 'item', 'line', 'product', 'quantity', 'unit']);
    expect([line?.product, line?.component]).toEqual(['', '']);
  });

  it('reads what Excel saves in China and in Germany', () => {
    const chinese = Buffer.concat([
      // 名称 C3FB B3C6, 数量 CAFD C1BF, 单位 B5A5 CEBB, 因子 D2F2 D7D3, 钢 B8D6
      Buffer.from('c3fbb3c62ccafdc1bf2cb5a5cebb2cd2f2d7d30d0ab8d6', 'hex'), Buffer.from(',"1,234.5",kg,f\r\n'),
    ]);
    const bom = soundBom(chinese);
    expect(bom.lines[0]).toMatchObject({ item: '钢', quantity: { text: '1234.5' } });
    expect(bom.input).toMatchObject({ encoding: 'gb18030', newline: 'CRLF', decimalMark: '.' });

    const german = soundBom('item;quantity;unit;factor\r\nsteel;1.234,5;kg;f\r\nfoil;1.234;kg;f\r\n');
    expect(german.lines.map((line) => line.quantity.text)).toEqual(['1234.5', '1234']);
    expect(german.input).toMatchObject({ delimiter: ';', decimalMark: ',' });
  });

  it('asks which mark is meant, unless told', () => {
    const text = `${HEAD}\nsteel,"1,234",kg,f\n`;
    const { problems } = bomOf(text);
    expect(problems).toMatchObject([{
      code: 'number-unclear', args: { column: 'quantity', text: '1,234', readings: ['1234', '1.234'] }, spot: { line: 2, column: 2 },
    }]);
    expect(soundBom(text, { decimalMark: '.' }).lines[0]?.quantity.text).toBe('1234');
    expect(soundBom(text, { decimalMark: ',' }).lines[0]?.quantity.text).toBe('1.234');
  });

  it('takes quantities of nothing and less than nothing', () => {
    const bom = soundBom(`${HEAD}\na,0,kg,f\nb,-1.5,kg,f\n`);
    expect(bom.lines.map((line) => line.quantity.value.isNegative)).toEqual([false, true]);
  });

  it('points at any cell of a line, and at the whole line where there is no such column', () => {
    const bom = soundBom(`\n${HEAD}\na,1,kg,f\n\nb,22,kg,f\n`);
    const line = bom.lines[1];
    if (line === undefined) throw new Error('no line');
    expect(bom.spot(line, 'quantity')).toEqual({ input: 'bom.csv', line: 5, column: 2, excerpt: { text: 'b,22,kg,f', start: 2, length: 2 } });
    expect(bom.spot(line, 'stage')).toMatchObject({ line: 5, column: 0, excerpt: { start: 0, length: 9 } });
    expect([bom.column('unit'), bom.column('stage')]).toEqual([3, 0]);
  });

  it('tells all faults of all lines in one run', () => {
    const { bom, problems } = bomOf(
      `product,${HEAD},stage,share\n`
      + ',steel,1.2.3,kg,f,,\n'
      + 'P,,1,kgg,f,nowhere,2\n'
      + 'P,a,1e999999,kg,f,,-1\n'
      + 'P,=cmd(),5%,,@f,,+A1\n',
    );
    expect(bom).toBeUndefined();
    expect(faults(problems)).toEqual([
      'cell-missing 2:1', 'number-invalid 2:3',
      'cell-missing 3:2', 'unit-unknown 3:4', 'word-unknown 3:6', 'number-outside 3:7',
      'number-out-of-range 4:3', 'number-outside 4:7',
      'cell-formula 5:2', 'number-invalid 5:3', 'cell-missing 5:4', 'cell-formula 5:5', 'cell-formula 5:7',
    ]);
  });

  it('leaves the findings of other files out of account', () => {
    const findings = new Findings();
    readBom(source('x', 'bad.csv'), {}, findings);
    expect(findings.unusable).toBe(true);
    expect(readBom(source(`${HEAD}\na,1,kg,f\n`), {}, findings)).toBeDefined();
  });

  it.each([
    ['1', '1.0', 'number-invalid'], ['1', '1.1', 'number-invalid'], ['1', '', 'cell-missing'], ['1', '0', 'number-outside'],
    ['1', '3', 'level-skipped'], ['2', '2', 'level-skipped'],
  ])('refuses level %s followed by %j: %s', (first, second, code) => {
    const { problems } = bomOf(`level,${HEAD}\n${first},a,1,kg,f\n${second},b,1,kg,f\n`);
    expect(problems.map((found) => found.code)).toEqual([code]);
  });

  it('reads levels in each written form, per product', () => {
    const bom = soundBom(`product,level,${HEAD}\nP,1,a,1,kg,f\nP,..2,b,1,kg,f\nQ,.1,c,1,kg,f\nP,３,d,1,kg,f\nP,.1,e,1,kg,f\nQ,．．２,g,1,kg,f\n`);
    expect(bom.lines.map((line) => line.level)).toEqual([1, 2, 1, 3, 1, 2]);
  });

  describe('losses', () => {
    it('shows both results of a loss without a basis', () => {
      const { problems } = bomOf(`${HEAD},loss,loss_basis\nsteel,2,kg,f,10%,\nfoil,x,kg,f,0.1,\n`);
      // 2 ÷ 0.9 = 2.2222… and 2 × 1.1 = 2.2
      expect(problems[0]).toMatchObject({
        code: 'loss-basis-missing', args: { loss: '10%', ofInput: '2.22222222222', ofOutput: '2.2' }, spot: { line: 2, column: 5 },
      });
      expect(problems[2]).toMatchObject({ code: 'loss-basis-missing', args: { ofInput: 'quantity ÷ 0.9', ofOutput: 'quantity × 1.1' } });
    });

    it('takes a loss of nothing without a basis', () => {
      expect(lineOf('loss,loss_basis', '0,')).not.toHaveProperty('loss');
      expect(lineOf('loss,loss_basis', '0,of_output')?.loss?.basis).toBe('of_output');
    });

    it('takes a loss of more than the output, written as a percentage', () => {
      expect(lineOf('loss,loss_basis', '150%,of_output')?.loss?.rate.text).toBe('1.5');
    });

    it.each([
      ['1,of_input', 'number-outside 2:5'], ['-0.1,of_output', 'number-outside 2:5'], ['5,of_output', 'number-outside 2:5'],
      ['150%,of_input', 'number-outside 2:5'],
      [',of_output', 'loss-missing 2:6'], ['0.1,sometimes', 'word-unknown 2:6'],
    ])('refuses %j', (cells, fault) => {
      expect(faultsOf('loss,loss_basis', cells)).toEqual([fault]);
    });
  });

  it.each([
    ['0', '0'], ['1', '1'], ['100%', '1'], ['12.5％', '0.125'],
  ])('reads the share %j as %s', (cell, text) => {
    expect(lineOf('share', cell)?.share?.text).toBe(text);
  });

  it.each([
    ['1.1', 'gsd', '1.1'], ['1', 'gsd', '1'], ['±10%', 'plus_minus', '0.1'], ['+-10%', 'plus_minus', '0.1'], ['+/- 0.1', 'plus_minus', '0.1'],
    ['± １０％', 'plus_minus', '0.1'], ['＋－5%', 'plus_minus', '0.05'],
  ])('reads the uncertainty %j', (cell, kind, text) => {
    expect(lineOf('uncertainty', cell)?.uncertainty).toMatchObject({ kind, value: { text } });
  });

  it.each([['0.9', 'number-outside'], ['10%', 'number-invalid'], ['±', 'number-invalid'], ['±-1', 'number-outside'], ['±±1', 'number-invalid']])(
    'refuses the uncertainty %j: %s', (cell, code) => {
      expect(faultsOf('uncertainty', cell)).toEqual([`${code} 2:5`]);
    },
  );

  it('reads a supplier factor, whole or not at all', () => {
    const head = 'item,quantity,unit,factor,factor_value,factor_unit,factor_source\n';
    expect(soundBom(`${head}a,1,kg,,2.5,kWh,Acme EPD\n`).lines[0]?.supplier)
      .toMatchObject({ value: { text: '2.5' }, unit: { symbol: 'kWh' }, source: 'Acme EPD' });
    expect(faults(bomOf(`${head}a,1,kg,,2.5,,\nb,1,kg,,,kg,A\nc,1,kg,f,1,kg,A\nd,1,kg,,,,\n`).problems)).toEqual([
      'supplier-factor-incomplete 2:6', 'supplier-factor-incomplete 2:7', 'supplier-factor-incomplete 3:5', 'factor-doubled 4:5',
    ]);
  });

  it.each([
    ['100,', 'transport-incomplete 2:6'], [',truck', 'transport-incomplete 2:5'], ['-1,truck', 'number-outside 2:5'],
  ])('refuses the transport %j', (cells, fault) => {
    expect(faultsOf('distance_km,transport', cells)).toEqual([fault]);
  });

  it('neither throws nor passes a bad bill off as good, whatever the bytes', () => {
    const head = Buffer.from('item,quantity,unit,factor,loss,level\n');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((tail) => Buffer.concat([head, tail])),
      fc.string({ unit: fc.constantFrom(...'0１,.;"\n\r=-+%±ek棉\t \u0000'), maxLength: 80 }).map((tail) => Buffer.concat([head, Buffer.from(tail)])),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(fc.property(bytes, (content) => {
      const findings = new Findings();
      const bom = readBom({ name: 'x', bytes: content }, {}, findings);
      expect(bom === undefined).toBe(findings.unusable);
    }), { numRuns: 1000 });
  });
});
