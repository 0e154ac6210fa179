import type { Code, ProblemArguments, Severity } from '../codes.js';

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
  factorsImported(counts: { readonly factors: number; readonly skipped: number }): string;
}

export type PhraseKey =
  | `stage.${'raw_materials' | 'manufacturing' | 'distribution' | 'installation' | 'use' | 'maintenance' | 'end_of_life' | 'beyond_boundary'}`
  | `origin.${'fossil' | 'biogenic_emissions' | 'biogenic_removals' | 'dluc' | 'unspecified' | 'aircraft'}`
  | `data.${'primary' | 'secondary' | 'proxy' | 'unstated'}`
  | `loss.${'of_input' | 'of_output'}`
  | `boundary.${'gate-to-gate' | 'cradle-to-gate' | 'cradle-to-grave' | 'custom'}`
  | `status.${'self-declared' | 'verified' | 'certified'}`
  | `unit.${'declared' | 'functional'}`
  | `evidence.${'primary' | 'secondary'}`
  | `step.${'assembly' | 'reference_flow' | 'loss' | 'share' | 'distance' | 'conversion' | 'declared_unit'}`
  | `coverage.${'life_cycle' | 'direct' | 'part'}`
  | `trait.${'recycled' | 'reused' | 'waste' | 'credit' | 'supply' | 'biogenic' | 'losses' | 'part' | 'residual' | 'refrigerated' | 'biological' | 'process' | 'low_gwp'}`
  | `match.${'none' | 'unasked' | 'all_named' | 'region_form' | 'written'}`
  | `heading.${Heading}`
  | `institution.${'period' | 'energy' | 'calorific' | 'equivalent' | 'by_electricity' | 'by_energy' | 'scope_1' | 'scope_2' | 'scope_3' | 'location_based' | 'market_based' | 'change' | 'effects' | 'persons' | 'area' | 'beds' | 'students' | 'avoided' | 'co2_only_average' | 'life_cycle' | 'other' | 'offsets' | 'claim' | 'none' | 'reduced' | 'offset' | 'baseline' | 'points' | 'together' | 'weighted' | 'plain'}`
  | `batch.${'product' | 'products' | 'failed' | 'remaining' | 'folder_shard'}`
  | `quantity.${'given' | 'default' | 'preset' | 'unverified' | 'constant' | 'derived' | 'above' | 'ledger' | 'factor'}`
  | `diff.${'create' | 'delete' | 'update' | 'replace' | 'split' | 'none' | 'column' | 'old' | 'new' | 'change' | 'successor' | 'effect' | 'lines' | 'total' | 'not_computable'}`
  | `not_computable.${'delete' | 'split' | 'unit' | 'gases' | 'stage'}`
  // sentences and their parts
  | 'colon' | 'why' | 'mend' | 'no_problems' | 'no_factors' | 'adds_up' | 'kg_co2e_per' | 'init.next';

type Heading =
  | 'footprint' | 'by_stage' | 'largest' | 'positive' | 'negative' | 'inputs' | 'defaults' | 'quality'
  | 'uncertainty' | 'system_boundary' | 'status' | 'validity' | 'stage' | 'quantity' | 'unit' | 'factor' | 'loss'
  | 'share' | 'step' | 'place' | 'line' | 'id' | 'name' | 'value' | 'category' | 'region' | 'year' | 'gwp'
  | 'gases' | 'formula' | 'cas' | 'edition' | 'composition'
  | 'boundary' | 'source' | 'publisher' | 'url' | 'locator' | 'licence' | 'evidence' | 'notes' | 'dataset'
  | 'version' | 'sha256' | 'rows' | 'encoding' | 'delimiter' | 'decimal_mark'
  | 'rule' | 'reference' | 'by_module' | 'model_defaults' | 'unverified';
