import type { BoundaryType } from '../input/product-file.js';
import type { Stage } from '../input/vocabulary.js';

/** Text in both languages: what rule files hold is shown to both. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** `recalled`: nobody has read the value at its source; such a value is used only where a user asks for it by name. */
export const EVIDENCE = ['primary', 'secondary', 'recalled'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Where a value of a rule file comes from. */
export interface Citation {
  /** Id of one of the rule's sources. */
  readonly source: string;
  readonly locator?: string;
  readonly evidence: Evidence;
}

/** A sector rule file (schemas/sector-rule.schema.json): what a category asks of a footprint, as data. */
export interface SectorRule {
  readonly id: string;
  /** `YYYY.N`; changes whenever a number of a report could. */
  readonly version: string;
  readonly names: Bilingual;
  readonly sources: readonly RuleSource[];
  /** What the quantities of the bill and of the model's lines are per. */
  readonly reference: Bilingual;
  readonly units: readonly RuleUnit[];
  readonly boundaries: readonly BoundaryType[];
  readonly exclusions: readonly CitedText[];
  readonly cut_off?: CitedText;
  readonly duties: readonly Duty[];
  readonly parameters: readonly Parameter[];
  readonly tables?: readonly RuleTable[];
  readonly constants?: readonly RuleConstant[];
  /** Quantities derived by formula alone; those whose inputs are absent are left out. */
  readonly quantities?: readonly RuleQuantity[];
  /** Lines of these quantities. */
  readonly lines?: readonly RuleLine[];
}

export interface RuleSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly licence?: string;
  /** What of it was read, and in which copy where it was not the publication itself. */
  readonly read: string;
}

export interface CitedText extends Citation {
  readonly text: Bilingual;
}

/** A declared or functional unit of the sector. `basis` tells apart what one unit symbol could mean (kWh delivered, kWh of capacity). */
export interface RuleUnit {
  readonly basis: string;
  readonly kind: 'declared' | 'functional';
  readonly unit: string;
  readonly names: Bilingual;
  /** Reference products per `amount` of this unit: formula over `amount` and quantities of the sheet. */
  readonly flow: Formula;
}

export interface Formula {
  /** Decimals, `+ - * / ( )`, `roundup( )`, and the symbols of `inputs`. */
  readonly formula: string;
  /** Symbol → id of a quantity of the sheet. */
  readonly inputs: Readonly<Record<string, string>>;
}

interface ParameterBase {
  readonly id: string;
  readonly names: Bilingual;
  /** What it means, how it is measured, where it is usually found. */
  readonly about?: Bilingual;
  readonly required?: boolean;
}

/** A range of values; the ends belong to it unless they are `above` and `below`. */
export interface Range {
  readonly min?: string;
  readonly max?: string;
  readonly above?: string;
  readonly below?: string;
}

/** A default is read from a source; what is only recalled is a preset, chosen by name as `preset:ID`. */
interface Valued {
  readonly default?: Citation & { readonly value: string };
  readonly presets?: readonly (Citation & { readonly id: string; readonly value: string; readonly names: Bilingual })[];
}

export type Parameter =
  | ValuedParameter
  | (ParameterBase & { readonly kind: 'text' })
  | (ParameterBase & { readonly kind: 'group'; readonly parameters: readonly Parameter[] })
  | (ParameterBase & { readonly kind: 'list'; readonly parameters: readonly Parameter[] });

/** What may have a default or presets. */
export type ValuedParameter =
  /** With its unit: `150 g`. */
  | (ParameterBase & Valued & Range & { readonly kind: 'amount'; readonly unit: string })
  /** A share: `0.05` or `5 %`; 0 to 1 where no range is stated. */
  | (ParameterBase & Valued & Range & { readonly kind: 'ratio' })
  /** A plain number; `unit` is shown, never written. */
  | (ParameterBase & Valued & Range & { readonly kind: 'number'; readonly unit?: string; readonly whole?: boolean })
  | (ParameterBase & Valued & { readonly kind: 'choice'; readonly options: readonly { readonly id: string; readonly names: Bilingual }[] })
  /** `dataset:id`, or a supplier's own factor `{kgco2e, unit, source}`. `per`: a unit such factors are per. */
  | (ParameterBase & Valued & { readonly kind: 'factor'; readonly per: string });

/** Values by key, such as the trips a day of each usage category. */
export interface RuleTable extends Citation {
  readonly id: string;
  readonly names: Bilingual;
  readonly unit: string;
  readonly rows: Readonly<Record<string, string>>;
}

export interface RuleConstant extends Citation {
  readonly id: string;
  readonly names: Bilingual;
  readonly unit: string;
  readonly value: string;
}

export interface RuleQuantity extends Formula {
  readonly id: string;
  readonly names: Bilingual;
  readonly unit: string;
}

export interface RuleLine {
  readonly component: string;
  readonly item: Bilingual;
  readonly stage: Stage;
  readonly module?: string;
  /** Id of a quantity of the sheet; of several the first that there is. */
  readonly quantity: string | readonly string[];
  /** Id of a parameter of kind `factor`. */
  readonly factor: string;
}

/** What a category asks beyond arithmetic. `must` refuses the report, `should` warns. */
export type Duty = DutyBase & DutyKind;

interface DutyBase extends Citation {
  readonly id: string;
  readonly text: Bilingual;
  readonly level: 'must' | 'should';
}

export type DutyKind =
  /** Each of the stages, as far as the boundary takes it in, has a line. */
  | { readonly kind: 'stages-covered'; readonly stages: readonly Stage[] }
  /** None of the stages has a line. */
  | { readonly kind: 'stages-refused'; readonly stages: readonly Stage[] }
  /** Every line tells its EN 15804 module. */
  | { readonly kind: 'modules-told' }
  /** Lines of these components are primary data; each component has a line. Names are words in the path or item of a line, in lower case, in either language. */
  | { readonly kind: 'components-primary'; readonly components: readonly (readonly string[])[] }
  /** Stated for people; nothing here can check it. */
  | { readonly kind: 'stated' };
