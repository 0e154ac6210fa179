import { codes, type Code, type ProblemArguments } from '../../src/diagnostics/codes.js';
import { wordingOf, wordsOf, type Language } from '../../src/diagnostics/wording.js';
import { samples } from '../diagnostics/samples.js';

const ALL = Object.keys(codes) as Code[];

/** One section a code: severity, exit code, and what a run says of a sample in both languages. */
export function errorsPart(): string {
  return ALL.map((code) => {
    const { severity, exit } = codes[code];
    const exitCode = code === 'defect' ? 70 : exit;
    return `## ${code}\n\n${severity}, exit code ${exitCode}\n\n\`\`\`text\n${said(code, 'en')}\n${said(code, 'zh')}\n\`\`\``;
  }).join('\n\n');
}

function said<C extends Code>(code: C, language: Language): string {
  const args: ProblemArguments[C] = samples[code];
  const { says, why, mend } = wordsOf({ code, args }, language);
  const { phrases, severities } = wordingOf(language);
  return [
    `${severities[codes[code].severity]}[${code}]${phrases.colon}${says}`,
    ...(why === undefined ? [] : [`  ${phrases.why}${phrases.colon}${why}`]),
    ...(mend === undefined ? [] : [`  ${phrases.mend}${phrases.colon}${mend}`]),
  ].join('\n');
}
