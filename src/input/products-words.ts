import { BOUNDARIES, LABEL_STATUSES, UNIT_KINDS, type BoundaryType, type LabelStatus, type UnitKind } from './product-file.js';
import { Vocabulary } from './words.js';

export const UNIT_KIND_WORDS = new Vocabulary<UnitKind>(UNIT_KINDS, {
  declared: ['declared unit', '声明', '声明单位'],
  functional: ['functional unit', '功能', '功能单位'],
});

export const BOUNDARY_WORDS = new Vocabulary<BoundaryType>(BOUNDARIES, {
  'gate-to-gate': ['大门到大门', '门到门'],
  'cradle-to-gate': ['摇篮到大门', '从摇篮到大门'],
  'cradle-to-grave': ['摇篮到坟墓', '从摇篮到坟墓'],
  custom: ['自定义', '自定义边界'],
});

export const LABEL_STATUS_WORDS = new Vocabulary<LabelStatus>(LABEL_STATUSES, {
  'self-declared': ['自我声明'],
  verified: ['已核查', '经核查'],
  certified: ['已认证', '经认证'],
});
