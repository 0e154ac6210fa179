export const LANGUAGES: readonly ['en', 'zh'];
export function caseNames(): string[];
export function runCase(name: string, language: 'en' | 'zh'): Promise<ErrorCaseRun>;

export interface ErrorCaseRun {
  readonly folder: string;
  readonly expectedExit: number;
  /** One line: what the case proves. */
  readonly shows: string;
  readonly exit: number | null;
  readonly said: string;
  readonly result: string;
}
