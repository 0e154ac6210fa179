import type { Bilingual, RuleSource } from '../sectors/rule.js';

/** A rule for institutions (rules/institution/*.json): what is counted, and which claims it admits. */
export interface InstitutionRule {
  readonly id: string;
  readonly version: string;
  readonly names: Bilingual;
  readonly sources: readonly RuleSource[];
  /** What a claim is measured by. */
  readonly counted: { readonly scopes: readonly string[]; readonly view: string };
  readonly claim: readonly { readonly level: string; readonly text: Bilingual }[];
  /** What of the text behind the rule nobody has found; nothing stands in for it. */
  readonly not_found: readonly Bilingual[];
}

/** A set of coal-equivalent coefficients (rules/coal-equivalents/*.json): kgce per one unit of a carrier. */
export interface CoalEquivalents {
  readonly id: string;
  readonly names: Bilingual;
  readonly source: string;
  readonly evidence: string;
  readonly kgce: Readonly<Record<string, { readonly unit: string; readonly value: string }>>;
}
