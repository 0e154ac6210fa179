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
  readonly gwp: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimalMark: string;
  readonly sheet: string;
  readonly allowFormulas: string;
  readonly deny: string;
  readonly mapping: string;
  readonly match: string;
  readonly matchRegion: string;
  readonly matchTop: string;
  readonly matchAll: string;
  readonly matchOutput: string;
  readonly batch: string;
  readonly batchBoms: string;
  readonly batchProduct: string;
  readonly batchProducts: string;
  readonly batchOutput: string;
  readonly batchResume: string;
  readonly batchFull: string;
  readonly batchSummary: string;
  readonly batchStrict: string;
  readonly batchScattered: string;
  readonly batchShard: string;
  readonly batchShardForm: string;
  readonly batchJobs: string;
  readonly batchMemory: string;
  readonly wholeNumber: string;
  readonly merge: string;
  readonly mergeShards: string;
  readonly mergeOutput: string;
  readonly institution: string;
  readonly institutionLedger: string;
  readonly institutionProfile: string;
  readonly institutionAvoided: string;
  readonly institutionCsv: string;
  readonly init: string;
  readonly initSector: string;
  readonly initFolder: string;
  readonly topNumber: string;
  readonly explain: string;
  readonly explainReport: string;
  readonly explainLine: string;
  readonly lineNumber: string;
  readonly factorsTakeAll: string;
  readonly lock: string;
  readonly lockTakesNext: string;
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
  readonly factorsImport: string;
  readonly factorsImportInput: string;
  readonly importFormat: string;
  readonly importColumns: string;
  readonly importName: string;
  readonly importVersion: string;
  readonly importLicence: string;
  readonly importUnit: string;
  readonly importImpact: string;
  readonly importAllowSkips: string;
  readonly importOutput: string;
  readonly factorsLock: string;
  readonly factorsLockOutput: string;
  readonly factorsDiff: string;
  readonly factorsDiffDataset: string;
  readonly factorsDiffReport: string;
  readonly factorsGwp: string;
  readonly factorsGwpGas: string;
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
  calcBom: 'bill of materials, CSV or Excel (.xlsx); - for stdin',
  product: 'product file (JSON): what is declared of the product',
  factors: 'datasets to use: bundled names or folders (default: all bundled)',
  output: 'write the report to this file instead of stdout',
  root: 'the product to calculate, where the bill holds several',
  gwp: 'GWP edition that weighs factors given as gases (overrides method.gwp of the product file)',
  encoding: 'encoding of a CSV file, where detection fails: utf-8, gb18030, utf-16le, utf-16be',
  delimiter: 'delimiter of a CSV file, where detection fails: "," ";" or tab',
  decimalMark: 'decimal mark, where the numbers leave it open: "." or ","',
  sheet: 'sheet of a workbook (default: the only visible one that fits)',
  allowFormulas: 'take the values stored beside the formulas of a workbook',
  deny: 'warnings that count as errors: exit code 1 and no report',
  mapping: 'factors of lines that name none: a mapping made by match and confirmed by hand',
  match: 'suggest factors for the lines of a bill that name none; with -o a mapping to review',
  matchRegion: 'prefer factors of this region: CN, CN-ZJ, GLO',
  matchTop: 'how many candidates an item, 1 to 20',
  matchAll: 'also lines that name a factor',
  batch: 'work out many products: one record (NDJSON) a product',
  batchBoms: 'bills of materials (CSV or Excel) with a product column, or one product a file; - for stdin',
  batchProduct: 'product file (JSON) with what all products share: unit, boundary, period, method',
  batchProducts: 'table of products (CSV or Excel), one row each: names, unit, boundary, period',
  batchOutput: 'write the records to a file, or with --full to a folder (FOLDER/) one file a report: whole or not at all',
  batchResume: 'go on with a run that was cut off',
  batchFull: 'whole reports instead of records',
  batchSummary: 'a table for people on stdout, instead of records or beside those in a file',
  batchStrict: 'stop at the first product that fails, and write no file',
  batchScattered: 'lines of a product may stand anywhere: look each bill through first',
  batchShard: 'work out the k-th of n parts; merge joins them',
  batchShardForm: ': write it as k/n with 1 ≤ k ≤ n',
  batchJobs: 'threads that work (default: one a core)',
  batchMemory: 'megabytes that finding scattered lines may take (default: 1000)',
  wholeNumber: ': a whole number is wanted',
  merge: 'join the outputs of all shards of a batch',
  mergeShards: 'outputs of batch --shard',
  mergeOutput: 'write to a file instead of stdout',
  institution: 'work out the zero-carbon metrics of public institutions from an energy ledger',
  institutionLedger: 'energy ledger (CSV or Excel), one row a meter and period; - for stdin',
  institutionProfile: 'profile (JSON): years, factors, facts, offsets',
  institutionAvoided: 'factor of the emissions that PV avoids',
  institutionCsv: 'write a table for spreadsheets too, one row an institution',
  init: 'write a commented starter: bill, product file and mapping, which compute at once',
  initSector: 'which sector it is for',
  initFolder: 'where to write it; a folder of the name of the sector where absent',
  matchOutput: 'write a mapping to this file (CSV), to confirm by hand and give to calc --mapping; - for stdout',
  topNumber: ' (a whole number from 1 to 20)',
  explain: 'how each number of a report came about, down to the cell',
  explainReport: 'report JSON made by calc; - for stdin',
  explainLine: 'only what this line of the bill contributes',
  lineNumber: ' (a line is a whole number from 1 up)',
  lock: 'use only datasets as this lock file pins them (default: tanji.lock)',
  lockTakesNext: ' (the word after --lock is the lock file: put it last)',
  factorsTakeAll: ' (every word after --factors is a dataset: put it last)',
  validate: 'check reports: schema, arithmetic, digest',
  validateFiles: 'report JSON files; - for stdin',
  validateFormat: 'text or json',
  factorsCommand: 'emission factors: list, search, show, lint, lock, diff, gwp, import',
  factorsList: 'all factors of the datasets',
  factorsSearch: 'factors that have all the words, by name in English or Chinese, the likeliest first',
  factorsSearchWords: 'words, English or Chinese',
  factorsShow: 'everything needed to cite one factor',
  factorsShowId: 'factor id, or dataset:id',
  factorsLint: 'check datasets against the rules',
  factorsImport: 'make a dataset of factors that you hold: a table, ILCD or EPD data sets, an openLCA package',
  factorsImportInput: 'file, ZIP archive or folder',
  importFormat: 'format of the input (default: by its content)',
  importColumns: 'which columns of the table hold what (JSON)',
  importName: 'name of the dataset: lower-case letters, digits, hyphens',
  importVersion: 'version of the dataset',
  importLicence: 'licence under which you hold the factors',
  importUnit: 'unit of data sets that do not tell their own',
  importImpact: 'impact category to take, in its own words (default: climate change)',
  importAllowSkips: 'leave out what cannot be read, and tell of it',
  importOutput: 'new folder for the dataset',
  factorsLock: 'pin name, version and SHA-256 of datasets in a lock file, for calc --lock',
  factorsLockOutput: 'lock file to write (default: tanji.lock); - for stdout',
  factorsDiff: 'what changed from one edition of a dataset to another',
  factorsDiffDataset: 'dataset: bundled name or folder',
  factorsDiffReport: 'report JSON made with the old one: tell what the change does to its total',
  factorsGwp: 'GWP of a gas or a blend by edition, with sources',
  factorsGwpGas: 'name, formula, CAS number or refrigerant number',
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
  calcBom: '物料清单，CSV 或 Excel（.xlsx）；- 表示标准输入',
  product: '产品文件（JSON）：产品的声明信息',
  factors: '使用的因子数据集：内置名称或文件夹（默认：全部内置）',
  output: '把报告写入此文件，而不是标准输出',
  root: '清单含多个产品时，要计算的产品',
  gwp: '以气体给出的因子所用的 GWP 版本（优先于产品文件的 method.gwp）',
  encoding: '无法识别时指定 CSV 编码：utf-8、gb18030、utf-16le、utf-16be',
  delimiter: '无法识别时指定 CSV 分隔符：","、";" 或制表符',
  decimalMark: '数字有歧义时指定小数点："." 或 ","',
  sheet: '工作簿中的工作表（默认：唯一合适的可见工作表）',
  allowFormulas: '采用工作簿中公式的已存结果',
  deny: '这些警告视为错误：退出码 1，不输出报告',
  mapping: '清单中未写因子的行所用的映射表（由 match 生成并经人工确认）',
  match: '为清单中没有因子的行推荐因子；加 -o 生成待核对的映射表',
  matchRegion: '优先此地区的因子：CN、CN-ZJ、GLO',
  matchTop: '每个名称的候选数，1 至 20',
  matchAll: '已有因子的行也推荐',
  batch: '批量计算：每个产品一条记录（NDJSON）',
  batchBoms: '物料清单（CSV 或 Excel），含产品列，或每个文件一个产品；- 表示标准输入',
  batchProduct: '产品文件（JSON）：所有产品共有的单位、边界、时段、方法',
  batchProducts: '产品表（CSV 或 Excel），每行一个产品：名称、单位、边界、时段',
  batchOutput: '把记录写入文件，或与 --full 一起写入文件夹（FOLDER/），每份报告一个文件：要么完整，要么不写',
  batchResume: '继续上次中断的运行',
  batchFull: '输出完整报告而不是记录',
  batchSummary: '在标准输出上显示表格：代替记录，或与文件中的记录并存',
  batchStrict: '遇到第一个失败的产品即停止，不写文件',
  batchScattered: '同一产品的行可以不相邻：先通读清单',
  batchShard: '只计算 n 份中的第 k 份；用 merge 合并',
  batchShardForm: '：请写成 k/n，且 1 ≤ k ≤ n',
  batchJobs: '参与计算的线程数（默认每核一个）',
  batchMemory: '查找不相邻的行可用的内存（MB，默认 1000）',
  wholeNumber: '：应为整数',
  merge: '合并一次批量计算的所有分片输出',
  mergeShards: 'batch --shard 的输出',
  mergeOutput: '写入文件而不是标准输出',
  institution: '由能源台账计算公共机构“零碳”指标',
  institutionLedger: '能源台账（CSV 或 Excel），每行一个表计一个周期；- 表示标准输入',
  institutionProfile: '档案（JSON）：年份、因子、面积人数、抵消等',
  institutionAvoided: '光伏减排量所用因子',
  institutionCsv: '另写一张供电子表格使用的表，每机构一行',
  init: '生成带说明的模板：清单、产品文件和映射表，可直接计算',
  initSector: '所属行业',
  initFolder: '写入的文件夹；省略时以行业名命名',
  matchOutput: '把映射表（CSV）写入此文件，人工确认后交给 calc --mapping；- 表示标准输出',
  topNumber: '（应为 1 至 20 的整数）',
  explain: '说明报告中每个数字的来历，直到单元格',
  explainReport: 'calc 生成的报告 JSON；- 表示标准输入',
  explainLine: '只说明清单中这一行的贡献',
  lineNumber: '（行号应为从 1 起的整数）',
  lock: '只使用与此锁定文件一致的数据集（默认 tanji.lock）',
  lockTakesNext: '（--lock 之后的词视为锁定文件，应放在最后）',
  factorsTakeAll: '（--factors 之后的词都视为数据集，应放在最后）',
  validate: '校验报告：结构、算术、摘要',
  validateFiles: '报告 JSON 文件；- 表示标准输入',
  validateFormat: 'text 或 json',
  factorsCommand: '排放因子：list、search、show、lint、lock、diff、gwp、import',
  factorsList: '列出数据集中的全部因子',
  factorsSearch: '查找含全部关键词的因子（中英文名称均可），按相近程度排列',
  factorsSearchWords: '关键词，中文或英文',
  factorsShow: '显示引用一个因子所需的全部信息',
  factorsShowId: '因子编号，或 数据集:编号',
  factorsLint: '按规则检查数据集',
  factorsImport: '把自己持有的因子制成数据集：表格、ILCD 或 EPD 数据集、openLCA 数据包',
  factorsImportInput: '文件、ZIP 压缩包或文件夹',
  importFormat: '输入的格式（默认：按内容判断）',
  importColumns: '表格各列的含义（JSON）',
  importName: '数据集名称：小写字母、数字、连字符',
  importVersion: '数据集版本',
  importLicence: '持有这些因子所依据的许可',
  importUnit: '用于自身未注明单位的数据集',
  importImpact: '所取的影响类别，按原文（默认：climate change）',
  importAllowSkips: '略去无法读取的条目，并逐条列出',
  importOutput: '存放数据集的新文件夹',
  factorsLock: '把数据集的名称、版本和 SHA-256 值写入锁定文件，供 calc --lock 使用',
  factorsLockOutput: '要写入的锁定文件（默认 tanji.lock）；- 表示标准输出',
  factorsDiff: '说明数据集从一个版本到另一个版本的变化',
  factorsDiffDataset: '数据集：内置名称或文件夹',
  factorsDiffReport: '用旧版本生成的报告 JSON：说明变化对其总量的影响',
  factorsGwp: '某种气体或混合制冷剂在各版本中的 GWP 及来源',
  factorsGwpGas: '名称、化学式、CAS 号或制冷剂编号',
};

export function helpTexts(language: Language): HelpTexts {
  return language === 'zh' ? zh : en;
}
