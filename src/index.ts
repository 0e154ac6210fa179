/** The library: what the command line uses, nothing more. */
export { Findings } from './diagnostics/findings.js';
export { Fault } from './diagnostics/fault.js';
export type { Problem } from './diagnostics/problem.js';
export type { Place, Spot } from './diagnostics/place.js';
export type { Code, Severity } from './diagnostics/codes.js';
export type { Language } from './diagnostics/wording.js';
export { renderJson } from './diagnostics/render-json.js';
export { renderText } from './diagnostics/render-text.js';
export { sourceOf, type Source } from './input/source.js';
export { readProductFile, type ProductInput } from './input/read-product-file.js';
export { readSource } from './input/read-source.js';
export { openLibrary } from './factors/open-library.js';
export type { Factor, FactorAnswer, FactorLibrary } from './factors/factor.js';
export { openSectorOf } from './sectors/open-sector.js';
export type { SectorWork } from './sectors/sector-work.js';
export { makeReport, type MadeReport, type ReportRequest } from './report/make-report.js';
export { validateReport } from './report/validate-report.js';
export type { FootprintReport } from './report/report.js';
