import { describe, expect, test } from 'vitest';
import { searchFactors } from '../../src/factors/search.js';
import { sampleDataset } from './sample-dataset.js';

const datasets = [
  sampleDataset('grid', [
    { id: 'grid-losses-zj', name: 'Grid losses', name_zh: '线损', category: 'electricity', region: 'CN-ZJ', notes: 'see Steel' },
    { id: 'electricity-zj', name: 'Electricity, Zhejiang', name_zh: '浙江电力', category: 'electricity', region: 'CN-ZJ' },
  ]),
  sampleDataset('metal', [
    { id: 'steel-rod', name: 'Steel rod', name_zh: '钢棒', category: 'metal', region: 'GB' },
    { id: 'steel', name: 'Steel', name_zh: '钢', category: 'metal', region: 'FR' },
  ]),
];

function found(query: string): string[] {
  return searchFactors(datasets, query).map(({ dataset, row }) => `${dataset}:${row.cells.id}`);
}

describe('factors search', () => {
  test('finds Chinese and English words, whatever the case and width', () => {
    expect(found('浙江')).toEqual(['grid:electricity-zj']);
    expect(found('ＺＨＥＪＩＡＮＧ')).toEqual(['grid:electricity-zj']);
  });

  test('wants every word, in whichever of the columns', () => {
    expect(found('ELECTRICITY　cn-zj')).toEqual(['grid:electricity-zj', 'grid:grid-losses-zj']);
    expect(found('steel gb')).toEqual(['metal:steel-rod']);
    expect(found('steel nowhere')).toEqual([]);
  });

  test('takes the beginning of a word, and other names of the same thing in either language', () => {
    expect(found('zhej')).toEqual(['grid:electricity-zj']);
    expect(found('钢材')).toEqual(['metal:steel', 'metal:steel-rod']);
    expect(found('power')).toEqual(['grid:electricity-zj']);
    expect(found('stainless')).toEqual([]);
  });

  test('ranks the very name first, then ids and names, then the rest', () => {
    expect(found('steel')).toEqual(['metal:steel', 'metal:steel-rod', 'grid:grid-losses-zj']);
  });
});
