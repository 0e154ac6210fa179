import type { Language } from '../diagnostics/wording.js';

/** `--lang` if given, else what the environment's locale says, else English. Windows has no LANG: there the system's locale counts. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Language {
  const flag = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) ?? argv[argv.indexOf('--lang') + 1];
  if ((argv.includes('--lang') || argv.some((word) => word.startsWith('--lang='))) && (flag === 'zh' || flag === 'en')) return flag;
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const locale = named ?? (platform === 'win32' ? new Intl.DateTimeFormat().resolvedOptions().locale : '');
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
