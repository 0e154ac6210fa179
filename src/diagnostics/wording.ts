import type { Code, ProblemArguments, Severity } from './codes.js';
import { en } from './wording/en.js';
import { zh } from './wording/zh.js';

export type Language = 'en' | 'zh';

/** What a problem says, why it is one (where that is not plain), and how to mend it. Fit to print; no full stop at the end. */
export interface Words {
  readonly says: string;
  readonly why?: string;
  readonly mend?: string;
}

/** All words of one language. */
export interface Wording {
  readonly problems: { readonly [C in Code]: (args: ProblemArguments[C]) => Words };
  readonly severities: Readonly<Record<Severity, string>>;
  readonly phrases: Phrases;
}

/** How many problems of each severity were found. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Words of summaries and tables. Keys with a dot are `kind.word`, where the word is the one reports use. */
export interface Phrases extends Readonly<Record<PhraseKey, string>> {
  problemsFound(counts: Counts): string;
}

export type PhraseKey =
  | `stage.${'raw_materials' | 'manufacturing' | 'distribution' | 'installation' | 'use' | 'maintenance' | 'end_of_life' | 'beyond_boundary'}`
  | `origin.${'fossil' | 'biogenic_emissions' | 'biogenic_removals' | 'dluc' | 'unspecified' | 'aircraft'}`
  | `data.${'primary' | 'secondary' | 'proxy' | 'unstated'}`
  | `loss.${'of_input' | 'of_output'}`
  | `boundary.${'gate-to-gate' | 'cradle-to-gate' | 'cradle-to-grave' | 'custom'}`
  | `status.${'self-declared' | 'verified' | 'certified'}`
  | `unit.${'declared' | 'functional'}`
  | `electricity.${'location-based' | 'market-based'}`
  | `evidence.${'primary' | 'secondary'}`
  | `step.${'assembly' | 'loss' | 'share' | 'distance' | 'conversion' | 'declared_unit'}`
  | `heading.${Heading}`
  // sentences and their parts
  | 'colon' | 'why' | 'mend' | 'no_problems' | 'no_factors' | 'adds_up' | 'kg_co2e_per' | 'of_which' | 'and_others';

type Heading =
  // sections
  | 'footprint' | 'total' | 'by_stage' | 'by_origin' | 'by_component' | 'largest' | 'positive' | 'negative'
  | 'inputs' | 'factors_used' | 'datasets' | 'defaults' | 'quality' | 'primary_data_share' | 'data_type' | 'uncertainty'
  // the product and its label
  | 'product' | 'model' | 'gtin' | 'manufacturer' | 'site' | 'sector' | 'system_boundary' | 'excluded' | 'cut_offs' | 'period'
  | 'method' | 'standards' | 'status' | 'scheme' | 'certificate' | 'certifier' | 'validity' | 'digest'
  // columns
  | 'component' | 'item' | 'stage' | 'quantity' | 'unit' | 'factor' | 'loss' | 'share' | 'step' | 'place' | 'line' | 'column' | 'sheet'
  | 'id' | 'name' | 'value' | 'category' | 'region' | 'year' | 'gwp' | 'boundary' | 'source' | 'publisher' | 'url' | 'locator'
  | 'licence' | 'evidence' | 'notes' | 'dataset' | 'version' | 'sha256' | 'rows' | 'encoding' | 'delimiter' | 'decimal_mark' | 'newline';

const WORDINGS: Readonly<Record<Language, Wording>> = { en, zh };

export function wordingOf(language: Language): Wording {
  return WORDINGS[language];
}

/** The words of one problem. */
export function wordsOf<C extends Code>(
  found: { readonly code: C; readonly args: ProblemArguments[C] },
  language: Language,
): Words {
  return WORDINGS[language].problems[found.code](found.args);
}
