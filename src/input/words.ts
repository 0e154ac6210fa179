import { nearest } from '../diagnostics/candidates.js';
import { DATA_TYPES, LOSS_BASES, STAGES, type DataType, type LossBasis, type Stage } from './vocabulary.js';

/** Widths, case and the separators between words make no difference to a name. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, '');
}

/** The words of a closed vocabulary, in English and Chinese. */
export class Vocabulary<Word extends string> {
  readonly #byKey = new Map<string, Word>();
  readonly #names: string[] = [];

  constructor(private readonly words: readonly Word[], written: Readonly<Record<Word, readonly string[]>>) {
    for (const word of words) {
      for (const name of [word, ...written[word]]) {
        // As written too: most cells hold a name that needs no folding.
        this.#byKey.set(name, word);
        this.#byKey.set(nameKey(name), word);
        this.#names.push(name);
      }
    }
  }

  find(text: string): Word | undefined {
    return this.#byKey.get(text) ?? this.#byKey.get(nameKey(text.slice(0, 80)));
  }

  /** The words nearest to an unknown one; all of them where none is near. */
  candidates(text: string): readonly string[] {
    const near = nearest(text, this.#names);
    return near.length > 0 ? near : this.words;
  }
}

/** 回收 is not among them: it may mean the end of life or what lies beyond the boundary. */
export const STAGE_WORDS = new Vocabulary<Stage>(STAGES, {
  raw_materials: ['raw_material', '原材料', '原材料获取', '原料', '原材料阶段', '原材料获取阶段'],
  manufacturing: ['production', '生产', '制造', '生产制造', '生产阶段', '制造阶段', '生产制造阶段'],
  distribution: ['transport', '运输', '分销', '分配', '配送', '运输阶段', '分销阶段', '配送阶段'],
  installation: ['安装', '安装阶段'],
  use: ['使用', '使用阶段'],
  maintenance: ['维护', '维修', '维护阶段'],
  end_of_life: ['eol', 'disposal', '废弃', '报废', '寿命终止', '处置', '废弃处置', '生命末期', '废弃阶段', '寿命终止阶段'],
  beyond_boundary: ['module_d', '边界外', '系统边界外', '模块D'],
});

export const DATA_WORDS = new Vocabulary<DataType>(DATA_TYPES, {
  primary: ['一级', '初级', '原始', '实测', '一级数据', '初级数据', '原始数据', '实测数据'],
  secondary: ['二级', '次级', '二级数据', '次级数据'],
  proxy: ['代理', '替代', '代理数据', '替代数据'],
});

export const LOSS_BASIS_WORDS = new Vocabulary<LossBasis>(LOSS_BASES, {
  of_input: ['input', '投入', '按投入'],
  of_output: ['output', '产出', '按产出'],
});

/** A person's word for a row of a mapping. A spreadsheet writes TRUE and FALSE. */
export const CONFIRMED_WORDS = new Vocabulary<'yes' | 'no'>(['yes', 'no'], {
  yes: ['y', 'x', '1', 'true', 'ok', '是', '已确认', '确认', '√', '✓', '✔'],
  no: ['n', '0', 'false', '否', '未确认', '×'],
});
