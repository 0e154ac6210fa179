import { describe, expect, it } from 'vitest';
import { DATA_WORDS, LOSS_BASIS_WORDS, STAGE_WORDS } from '../../src/input/words.js';

describe('words', () => {
  it.each([
    ['raw_materials', 'raw_materials'], ['Raw materials', 'raw_materials'], ['原材料获取', 'raw_materials'], ['生产', 'manufacturing'],
    ['制造阶段', 'manufacturing'], ['运输', 'distribution'], ['分销', 'distribution'], ['安装', 'installation'], ['使用', 'use'],
    ['维修', 'maintenance'], ['End-of-Life', 'end_of_life'], ['寿命终止', 'end_of_life'], ['报废', 'end_of_life'],
    ['边界外', 'beyond_boundary'], ['模块Ｄ', 'beyond_boundary'],
  ])('reads the stage %j as %s', (text, stage) => {
    expect(STAGE_WORDS.find(text)).toBe(stage);
  });

  it('reads data types and loss bases', () => {
    expect(['一级', '实测', 'PRIMARY', '次级', '代理', '替代'].map((text) => DATA_WORDS.find(text)))
      .toEqual(['primary', 'primary', 'primary', 'secondary', 'proxy', 'proxy']);
    expect(['of input', '按投入', '产出', 'of_output'].map((text) => LOSS_BASIS_WORDS.find(text)))
      .toEqual(['of_input', 'of_input', 'of_output', 'of_output']);
  });

  it('knows no other word, and does not settle 回收', () => {
    for (const text of ['回收', 'constructor', '__proto__', '', 'x'.repeat(100_000)]) expect(STAGE_WORDS.find(text)).toBeUndefined();
  });

  it('proposes the nearest words, or all of them where none is near', () => {
    expect(STAGE_WORDS.candidates('manufacturin')[0]).toBe('manufacturing');
    expect(LOSS_BASIS_WORDS.candidates('qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq')).toEqual(['of_input', 'of_output']);
  });
});
