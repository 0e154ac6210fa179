/** What an import needs of an ILCD process data set, from XML or JSON alike. Amounts are texts, '' where missing. */
export interface IlcdProcess {
  readonly uuid: string;
  readonly version: string;
  /** By language, `en` or `zh`; '' for a name without a language. */
  readonly names: ReadonlyMap<string, string>;
  readonly category: string;
  readonly location: string;
  readonly referenceYear: string;
  readonly validUntil: string;
  readonly owner: string;
  readonly publisher: string;
  readonly address: string;
  readonly reference: IlcdReference;
  readonly results: readonly IlcdResult[];
}

/** The reference flow: `amount` times `perAmount` of `unit`. */
export interface IlcdReference {
  readonly amount: string;
  readonly perAmount: string;
  /** '' where the data set leaves it to flow data sets that are not at hand. */
  readonly unit: string;
}

export interface IlcdResult {
  readonly method: string;
  readonly names: readonly string[];
  /** '' where it is not stated. */
  readonly unit: string;
  readonly amounts: readonly ModuleAmount[];
}

export interface ModuleAmount {
  /** '' for the result of a data set without modules. */
  readonly module: string;
  readonly scenario: string;
  readonly text: string;
}

/** The name in a language, or else in any; '' where there is none. */
export function nameIn(process: IlcdProcess, language: string): string {
  return process.names.get(language) ?? '';
}
