import type { Language } from '../diagnostics/wording.js';

/** What `--help` says, by command and option. */
export interface HelpTexts {
  readonly tanji: string;
  readonly usage: string;
  readonly argumentsTitle: string;
  readonly optionsTitle: string;
  readonly commandsTitle: string;
  readonly help: string;
  readonly version: string;
  readonly lang: string;
  readonly quiet: string;
  readonly json: string;
  readonly exits: string;
  readonly calc: string;
  readonly calcBom: string;
  readonly product: string;
  readonly factors: string;
  readonly output: string;
  readonly root: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimalMark: string;
  readonly explain: string;
  readonly explainReport: string;
  readonly explainLine: string;
  readonly lineNumber: string;
  readonly factorsTakeAll: string;
  readonly validate: string;
  readonly validateFiles: string;
  readonly validateFormat: string;
  readonly factorsCommand: string;
  readonly factorsList: string;
  readonly factorsSearch: string;
  readonly factorsSearchWords: string;
  readonly factorsShow: string;
  readonly factorsShowId: string;
  readonly factorsLint: string;
}

const en: HelpTexts = {
  tanji: 'tanji 碳迹: from a bill of materials to a carbon label anyone can recompute',
  usage: 'Usage:',
  argumentsTitle: 'Arguments:',
  optionsTitle: 'Options:',
  commandsTitle: 'Commands:',
  help: 'show this help',
  version: 'show the version',
  lang: 'language of all words for people: en or zh (default: from LANG)',
  quiet: 'print nothing but the result and errors',
  json: 'print JSON instead of words',
  exits: 'Exit codes: 0 fine; 1 findings (failed expectation, invalid report); 2 wrong use or unusable input; 130 interrupted.',
  calc: 'footprint of one product: report JSON on stdout or in a file',
  calcBom: 'bill of materials, CSV; - for stdin',
  product: 'product file (JSON): what is declared of the product',
  factors: 'datasets to use: bundled names or folders (default: all bundled)',
  output: 'write the report to this file instead of stdout',
  root: 'the product to calculate, where the bill holds several',
  encoding: 'encoding of the bill, where detection fails: utf-8, gb18030, utf-16le, utf-16be',
  delimiter: 'delimiter of the bill, where detection fails: "," ";" or tab',
  decimalMark: 'decimal mark of the bill, where its numbers leave it open: "." or ","',
  explain: 'how each number of a report came about, down to the cell',
  explainReport: 'report JSON made by calc; - for stdin',
  explainLine: 'only what this line of the bill contributes',
  lineNumber: ' (a line is a whole number from 1 up)',
  factorsTakeAll: ' (every word after --factors is a dataset: put it last)',
  validate: 'check reports: schema, arithmetic, digest',
  validateFiles: 'report JSON files; - for stdin',
  validateFormat: 'text or json',
  factorsCommand: 'emission factors: list, search, show, lint',
  factorsList: 'all factors of the datasets',
  factorsSearch: 'factors whose id, name, category or region hold all the words',
  factorsSearchWords: 'words, English or Chinese',
  factorsShow: 'everything needed to cite one factor',
  factorsShowId: 'factor id, or dataset:id',
  factorsLint: 'check datasets against the rules',
};

const zh: HelpTexts = {
  tanji: 'tanji 碳迹：从物料清单到人人可复算的碳标签',
  usage: '用法：',
  argumentsTitle: '参数：',
  optionsTitle: '选项：',
  commandsTitle: '命令：',
  help: '显示本帮助',
  version: '显示版本号',
  lang: '提示文字的语言：en 或 zh（默认取自 LANG）',
  quiet: '只输出结果和错误',
  json: '输出 JSON 而非文字',
  exits: '退出码：0 正常；1 有发现（期望值不符、报告无效）；2 用法错误或输入不可用；130 被中断。',
  calc: '计算一个产品的碳足迹：报告 JSON 输出到标准输出或文件',
  calcBom: '物料清单 CSV；- 表示标准输入',
  product: '产品文件（JSON）：产品的声明信息',
  factors: '使用的因子数据集：内置名称或文件夹（默认：全部内置）',
  output: '把报告写入此文件，而不是标准输出',
  root: '清单含多个产品时，要计算的产品',
  encoding: '无法识别时指定清单编码：utf-8、gb18030、utf-16le、utf-16be',
  delimiter: '无法识别时指定分隔符：","、";" 或制表符',
  decimalMark: '数字有歧义时指定小数点："." 或 ","',
  explain: '说明报告中每个数字的来历，直到单元格',
  explainReport: 'calc 生成的报告 JSON；- 表示标准输入',
  explainLine: '只说明清单中这一行的贡献',
  lineNumber: '（行号应为从 1 起的整数）',
  factorsTakeAll: '（--factors 之后的词都视为数据集，应放在最后）',
  validate: '校验报告：结构、算术、摘要',
  validateFiles: '报告 JSON 文件；- 表示标准输入',
  validateFormat: 'text 或 json',
  factorsCommand: '排放因子：list、search、show、lint',
  factorsList: '列出数据集中的全部因子',
  factorsSearch: '查找编号、名称、类别或地区含全部关键词的因子',
  factorsSearchWords: '关键词，中文或英文',
  factorsShow: '显示引用一个因子所需的全部信息',
  factorsShowId: '因子编号，或 数据集:编号',
  factorsLint: '按规则检查数据集',
};

export function helpTexts(language: Language): HelpTexts {
  return language === 'zh' ? zh : en;
}
