import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import type { Problem } from '../../src/diagnostics/problem.js';
import { declaredProduct, type Declaring } from '../../src/input/bill-products.js';
import { readProductFile, type ProductInput } from '../../src/input/read-product-file.js';
import { readProducts, type Products } from '../../src/input/read-products.js';
import { bomOf, faults, soundBom, source } from './reading.js';

const COLUMNS = 'product_name,product_unit_kind,product_unit_amount,product_unit,product_boundary';
const CELLS = 'Lamp,declared,1,piece,cradle-to-gate';
const HEADER = `product,item,quantity,unit,factor,${COLUMNS}`;

function declared(text: string, product: string, beside: Declaring = {}): { input: ProductInput | undefined; problems: Problem[] } {
  const findings = new Findings();
  return { input: declaredProduct(product, soundBom(text), beside, findings), problems: findings.all() };
}

function template(members: object = {}): ProductInput {
  const file = {
    id: 'all', names: { en: 'All', zh: '全部' }, unit: { kind: 'declared', amount: '1', unit: 'kg', text: { en: 'one kilogram' } },
    boundary: { type: 'cradle-to-grave' }, ...members,
  };
  const read = readProductFile(source(JSON.stringify(file), 'product.json'), new Findings());
  if (read === undefined) throw new Error('the template of this test is unsound');
  return read;
}

function table(text: string): Products {
  const read = readProducts(source(text, 'products.csv'), undefined, {}, new Findings());
  if (read === undefined) throw new Error('the table of this test is unsound');
  return read;
}

describe('a product declared by columns of its bill', () => {
  it('is what any of its lines say; blank cells say nothing', () => {
    const text = `${HEADER},product_period_start,产品期间结束,产品商品条码\nP1,a,1,kg,f,,,,,,2024/1/5,,\nP2,a,1,kg,f,,,,,,,,\nP1,b,1,kg,f,${CELLS},,2024-12-31,４００６３８１３３３９３１\nP1,c,1,kg,f,Lamp,,,,,2024-01-05,,\n`;
    const { input, problems } = declared(text, 'P1');
    expect(problems).toEqual([]);
    expect(input?.product).toEqual({
      id: 'P1', names: { en: 'Lamp' }, gtin: '4006381333931', unit: { kind: 'declared', amount: '1', unit: 'piece' },
      boundary: { type: 'cradle-to-gate' }, period: { start: '2024-01-05', end: '2024-12-31' },
    });
    expect(input?.input).toMatchObject({ name: 'bom.csv', role: 'bom' });
    expect(['/period/start', '/period/end', '/unit/amount', '/unit'].map((pointer) => {
      const { line, column } = input?.spot(pointer) ?? { line: 0, column: 0 };
      return `${String(line)}:${String(column)}`;
    })).toEqual(['2:11', '4:12', '4:8', '4:7']);
    expect(declared(text, 'P2')).toEqual({ input: undefined, problems: [] });
  });

  it('is not declared where the bill but names it', () => {
    expect(declared('product,item,quantity,unit,factor,产品名称,产品型号\nP1,a,1,kg,f,灯,L-1\n', 'P1')).toEqual({ input: undefined, problems: [] });
  });

  it('is named after its file where the bill has no products', () => {
    expect(declared(`item,quantity,unit,factor,${COLUMNS}\na,1,kg,f,${CELLS}\n`, '').input?.product.id).toBe('bom');
    expect(declared(`item,quantity,unit,factor,product_name\na,1,kg,f,Lamp\n`, '', { product: template() }).input?.product.id).toBe('all');
  });

  it('is laid over a product file', () => {
    const { input } = declared(`${HEADER}\nP1,a,1,kg,f,Lamp,,0.5,,\n`, 'P1', { product: template({ model: 'M' }) });
    expect(input?.product).toEqual({
      id: 'P1', names: { en: 'Lamp' }, model: 'M', unit: { kind: 'declared', amount: '0.5', unit: 'kg' }, boundary: { type: 'cradle-to-grave' },
    });
    expect(input?.input.name).toBe('product.json');
  });

  it('is laid over its row, which may say the same and nothing else', () => {
    const products = table('product,name,unit_kind,unit_amount,unit,boundary\nP1,Lamp,声明单位,1,piece,cradle-to-gate\n');
    const { input, problems } = declared(`${HEADER},product_model\nP1,a,1,kg,f,${CELLS},L-1\n`, 'P1', { products });
    expect(problems).toEqual([]);
    expect(input?.product).toMatchObject({ names: { en: 'Lamp' }, model: 'L-1' });
    const other = declared(`${HEADER}\nP1,a,1,kg,f,Lamp,declared,2,piece,\n`, 'P1', { products });
    expect(other.input).toBeUndefined();
    expect(other.problems).toMatchObject([{
      code: 'product-cell-differs', args: { column: 'product_unit_amount', text: '2', other: '1', place: 'products.csv:2:4' },
      spot: { input: 'bom.csv', line: 2, column: 8 },
    }]);
  });
});

describe('faults of the columns', () => {
  it('are two lines that say different things, a formula, and a column that stands there twice', () => {
    const { bom, problems } = bomOf(`${HEADER}\nP1,a,1,kg,f,Lamp,,,,\nP2,b,1,kg,f,Lamb,,,,\nP1,c,1,kg,f,Lamb,,=1,,\n`);
    expect(bom).toBeUndefined();
    expect(faults(problems)).toEqual(['product-cell-differs 4:6', 'cell-formula 4:8']);
    expect(problems[0]?.args).toEqual({ column: 'product_name', text: 'Lamb', other: 'Lamp', place: 'bom.csv:2:6' });
    expect(faults(bomOf(`${HEADER},产品单位\nP1,a,1,kg,f,${CELLS},kg\n`).problems)).toEqual(['column-duplicate 1:11']);
  });

  it('are not told of columns that a bill does not know', () => {
    expect(bomOf(`${HEADER},product_sector\nP1,a,1,kg,f,${CELLS},textile\n`).problems).toMatchObject([{ code: 'column-ignored', args: { columns: ['product_sector'] } }]);
  });

  it('are those of a product file, at their cells', () => {
    expect(faults(declared(`${HEADER},product_gtin\nP1,a,1,kg,f,${CELLS},4006381333932\n`, 'P1').problems)).toEqual(['gtin-check-digit 2:11']);
    expect(faults(declared(`${HEADER}\nP1,a,1,kg,f,Lamp,declared,0,piece,cradle\n`, 'P1').problems)).toEqual(['schema-violation 2:10']);
  });

  it('are what nobody declares', () => {
    const { input, problems } = declared(`${HEADER}\nP1,a,1,kg,f,,,,,\nP1,b,1,kg,f,,declared,1,,\n`, 'P1');
    expect(input).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'product-incomplete', args: { product: 'P1', columns: ['product_name', 'product_unit', 'product_boundary'] }, spot: { line: 3, column: 7 } }]);
  });
});
