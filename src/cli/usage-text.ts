import type { Language } from '../diagnostics/wording.js';

/** What commander says in English of a call it refuses, and the same in Chinese. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.*?)'/u, '没有选项 $1'],
  [/^unknown command '(.*?)'/u, '没有命令 $1'],
  [/^missing required argument '(.*?)'/u, '缺少参数 $1'],
  [/^required option '(.*?)' not specified/u, '缺少选项 $1'],
  [/^option '(.*?)' argument missing/u, '选项 $1 缺少值'],
  [/^option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)$/u, '选项 $1 的值 $2 无效，可选：$3'],
  [/^too many arguments(?: for '(.*?)')?\. Expected (\d+) arguments? but got (\d+)\.?/u, '$1 参数过多：应有 $2 个，实有 $3 个'],
  [/ ?\(Did you mean (?:one of )?(.*?)\?\)$/u, '（是否指 $1？）'],
];

/** Commander's message as part of a sentence, in the language of the user. */
export function usageText(message: string, language: Language): string {
  const english = message.replace(/^error: /u, '').replaceAll('\n', ' ').replace(/\.$/u, '');
  if (language === 'en') return english;
  return CHINESE.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), english).trim();
}
