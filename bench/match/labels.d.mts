export interface Label {
  readonly set: string;
  readonly name: string;
  readonly unit: string;
  readonly region: string;
  readonly language: string;
  readonly right: readonly string[];
  readonly from: string;
  readonly half: 'tuning' | 'held out';
}

export interface Rates {
  readonly names: number;
  readonly first: number;
  readonly three: number;
}

export const LABELS: URL;
export function readLabels(): Label[];
export function halfOf(name: string): Label['half'];
export function ratesOf(answers: readonly { readonly right: readonly string[]; readonly found: readonly string[] }[]): Rates;
