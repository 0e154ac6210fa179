import type { ProblemArguments } from '../codes.js';
import { printable, quote } from '../quote.js';
import type { Problem } from '../problem.js';
import type { Counts, PhraseKey, Words, Wording } from './words.js';
import { listing, passage } from './listing.js';

const SHARD_FAULTS: ReadonlyMap<string, string> = new Map(Object.entries({
  cut: '不完整：最后一行没有分片说明',
  damaged: '的内容与最后一行的说明不符',
  inputs: '所用的清单与前面的分片不同',
  request: '所用的数据集、选项或规则与前面的分片不同',
  twice: '是已经给出过的分片',
  mark: '所用的小数点与整份清单不符：请用 --decimal-mark 指定',
}));

const phrases: Readonly<Record<PhraseKey, string>> = {
  'stage.raw_materials': '原材料获取',
  'stage.manufacturing': '生产制造',
  'stage.distribution': '分销运输',
  'stage.installation': '安装',
  'stage.use': '使用',
  'stage.maintenance': '维护',
  'stage.end_of_life': '寿命终止',
  'stage.beyond_boundary': '边界外（模块D）',

  'origin.fossil': '化石源排放',
  'origin.biogenic_emissions': '生物源排放',
  'origin.biogenic_removals': '生物源清除',
  'origin.dluc': '直接土地利用变化',
  'origin.unspecified': '未区分来源',
  'origin.aircraft': '航空运输排放',

  'data.primary': '初级数据',
  'data.secondary': '次级数据',
  'data.proxy': '替代数据',
  'data.unstated': '未说明',

  'loss.of_input': '占投入量',
  'loss.of_output': '占产出量',

  'boundary.gate-to-gate': '大门到大门',
  'boundary.cradle-to-gate': '摇篮到大门',
  'boundary.cradle-to-grave': '摇篮到坟墓',
  'boundary.custom': '自定义边界',

  'status.self-declared': '自我声明',
  'status.verified': '已核查',
  'status.certified': '已认证',

  'unit.declared': '声明单位',
  'unit.functional': '功能单位',
  'evidence.primary': '查阅原始出版物',
  'evidence.secondary': '查阅注明的转引来源',

  'step.assembly': '组件用量',
  'step.reference_flow': '基准流',
  'step.loss': '损耗',
  'step.share': '分摊比例',
  'step.distance': '运距',
  'step.conversion': '单位换算',
  'step.declared_unit': '折算到声明单位',

  'heading.footprint': '产品碳足迹',
  'heading.by_stage': '按生命周期阶段',
  'heading.largest': '贡献最大的项目',
  'heading.positive': '排放',
  'heading.negative': '清除与抵扣',
  'heading.inputs': '输入文件',
  'heading.defaults': '采用的默认值',
  'heading.quality': '数据质量',
  'heading.uncertainty': '不确定度',

  'heading.system_boundary': '系统边界',
  'heading.status': '状态',
  'heading.validity': '有效期',

  'heading.stage': '阶段',
  'heading.quantity': '数量',
  'heading.unit': '单位',
  'heading.factor': '排放因子',
  'heading.loss': '损耗率',
  'heading.share': '占比',
  'heading.step': '步骤',
  'heading.place': '位置',
  'institution.period': '报告期',
  'institution.energy': '综合能耗',
  'institution.calorific': '电力按当量值',
  'institution.equivalent': '电力按等价值',
  'institution.by_electricity': '可再生占比（按电量）',
  'institution.by_energy': '可再生占比（按能耗）',
  'institution.scope_1': '范围一',
  'institution.scope_2': '范围二',
  'institution.scope_3': '范围三（所列项）',
  'institution.location_based': '基于位置',
  'institution.market_based': '基于市场',
  'institution.change': '较基准期变化',
  'institution.effects': '活动量＋因子＋边界',
  'institution.persons': '每人',
  'institution.area': '每平方米',
  'institution.beds': '每床位',
  'institution.students': '每名学生',
  'institution.avoided': '光伏减排量（不计入排放清单）',
  'institution.co2_only_average': '平均因子，仅CO2',
  'institution.life_cycle': '生命周期',
  'institution.other': '其他类型',
  'institution.offsets': '注销的减排量（单列）',
  'institution.claim': '声明级别',
  'institution.none': '无',
  'institution.reduced': '降低',
  'institution.offset': '抵消',
  'institution.baseline': '基准期',
  'institution.points': '个百分点',
  'institution.together': '合计',
  'institution.weighted': '可再生占比（按电量）加权平均',
  'institution.plain': '可再生占比（按电量）简单平均',
  'init.next': '用此命令计算',
  'heading.rule': '行业规则',
  'heading.reference': '各量以此计',
  'heading.by_module': '按模块',
  'heading.model_defaults': '规则默认值',
  'heading.unverified': '未经核实',
  'batch.product': '产品',
  'batch.products': '个产品',
  'batch.failed': '失败',
  'batch.remaining': '剩余',
  'batch.folder_shard': '--shard 只写一个文件：请用 -o 指定文件',
  'quantity.given': '给出',
  'quantity.default': '默认值',
  'quantity.preset': '预设',
  'quantity.unverified': '预设，未经核实',
  'quantity.constant': '常数',
  'quantity.derived': '导出',
  'quantity.above': '见上',
  'quantity.ledger': '台账合计',
  'quantity.factor': '排放因子',
  'heading.line': '行',
  'heading.id': '编号',
  'heading.name': '名称',
  'heading.value': '数值',
  'heading.category': '类别',
  'heading.region': '地区',
  'heading.year': '年份',
  'heading.gwp': 'GWP 版本',
  'heading.gases': '气体',
  'heading.formula': '化学式',
  'heading.cas': 'CAS 号',
  'heading.edition': '版本',
  'heading.composition': '组成',
  'heading.boundary': '边界',
  'heading.source': '来源',
  'heading.publisher': '发布机构',
  'heading.url': '网址',
  'heading.locator': '出处位置',
  'heading.licence': '许可',
  'heading.evidence': '查证方式',
  'heading.notes': '备注',
  'heading.dataset': '数据集',
  'heading.version': '版本',
  'heading.sha256': 'SHA-256 值',
  'heading.rows': '行数',
  'heading.encoding': '编码',
  'heading.delimiter': '分隔符',
  'heading.decimal_mark': '小数点',

  'colon': '：',
  'why': '原因',
  'mend': '办法',
  'no_problems': '未发现问题',
  'no_factors': '没有同时含有这些词的因子',
  'coverage.life_cycle': '生命周期',
  'coverage.direct': '仅直接排放',
  'coverage.part': '仅生命周期的一部分',
  'trait.recycled': '再生',
  'trait.reused': '再使用',
  'trait.waste': '废弃物或其处理',
  'trait.credit': '避免的排放',
  'trait.supply': '仅燃料上游',
  'trait.biogenic': '仅生物源 CO2',
  'trait.losses': '损耗',
  'trait.part': '产品的一部分',
  'trait.residual': '剩余电力组合',
  'trait.refrigerated': '冷藏',
  'trait.biological': '生物来源',
  'trait.process': '仅工艺排放',
  'trait.low_gwp': '低 GWP 气体',
  'match.none': '没有候选因子',
  'match.unasked': '名称未提及：',
  'match.all_named': '每行都已有因子',
  'match.region_form': '（地区应为 ISO 3166 代码，如 CN、CN-ZJ，或 EU、GLO）',
  'match.written': '待核对的行数（因子正确的，在“已确认”列填写“是”）：',
  'adds_up': '报告数值相符',
  'kg_co2e_per': '千克二氧化碳当量/',

  'diff.create': '新增',
  'diff.delete': '删除',
  'diff.update': '修改',
  'diff.replace': '替换',
  'diff.split': '拆分',
  'diff.none': '没有差异',
  'diff.column': '列',
  'diff.old': '旧',
  'diff.new': '新',
  'diff.change': '变化',
  'diff.successor': '替代因子',
  'diff.effect': '对碳足迹的影响',
  'diff.lines': '行数',
  'diff.total': '合计',
  'diff.not_computable': '无法计算，按旧值保留',
  'not_computable.delete': '已删除，未说明由什么替代',
  'not_computable.split': '已拆分：请为每一行选定替代因子',
  'not_computable.unit': '替代因子或新值的单位量纲不同',
  'not_computable.gases': '以气体给出，而报告没有可用的 GWP 版本',
  'not_computable.stage': '移入或移出模块 D，除非该行自己注明了阶段',
};

/** What an option may have no meaning for. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ['csv', ' CSV 清单'], ['xlsx', '工作簿'], ['table', ' CSV 表格'], ['ilcd', ' ILCD 数据集'], ['openlca', ' openLCA 数据包'],
]);

export const zh: Wording = {
  severities: { error: '错误', warning: '警告', note: '提示' },

  problems: {
    // the call
    'usage': ({ detail }) => ({ says: `用法有误：${passage(detail)}`, mend: '用 tanji --help 查看命令和选项' }),
    'output-unwritable': ({ file, reason }) => ({
      says: `无法写入 ${passage(file)}：${cause(reason)}`,
      mend: '确认目标文件夹存在、空间足够，且文件未被其他程序打开',
    }),
    'output-is-input': ({ file }) => ({
      says: `输出文件 ${passage(file)} 同时是输入文件`,
      mend: '用 -o 指定另一个文件',
    }),
    'findings-limit': ({ limit, more }) => ({
      says: `只显示前 ${limit} 条，另有 ${more} 条未显示`,
      mend: '先改正以上问题，再重新运行',
    }),
    'defect': ({ detail }) => ({
      says: `tanji 自身出错：${passage(detail)}`,
      why: '无论输入内容如何，这都是 tanji 的缺陷',
      mend: '请反馈此问题，如可公开，请附上输入文件',
    }),

    // bytes and text
    'file-not-found': ({ file }) => ({
      says: `找不到文件 ${passage(file)}`,
      mend: '检查文件名和所在文件夹；名称含空格时要加引号',
    }),
    'file-unreadable': ({ file, reason }) => ({
      says: `无法读取 ${passage(file)}：${cause(reason)}`,
      mend: '确认它是文件、有读取权限，且未被其他程序占用',
    }),
    'file-too-large': ({ file, limit }) => ({
      says: `${passage(file)} 超过上限 ${printable(limit)}`,
      mend: '拆分成较小的文件',
    }),
    'file-empty': ({ file }) => ({
      says: `${passage(file)} 是空文件`,
      mend: '检查导出过程',
    }),
    'encoding-unreadable': ({ encoding }) => ({
      says: `文件无法按 ${printable(encoding)} 编码读成文本`,
      mend: '确认它是文本文件，并另存为 UTF-8；物料清单若为其他编码，用 --encoding 指明',
    }),
    'encoding-unknown': ({ encoding, candidates }) => ({
      says: `未知编码 ${quote(encoding)}`,
      mend: suggestion(candidates, '将文件另存为 UTF-8'),
    }),
    'file-old-excel': ({ file }) => ({
      says: `${passage(file)} 是旧版 Excel 文件（.xls），或设有密码的工作簿`,
      mend: '用电子表格打开，另存为不带密码的 .xlsx，或 CSV UTF-8',
    }),
    'option-unfit': ({ option, form }) => ({
      says: `${printable(option)} 不适用于${FORMS.get(form) ?? printable(form)}`,
      mend: '去掉此选项',
    }),

    // archives and XML
    'archive-unreadable': ({ entry, detail }) => ({
      says: entry === '' ? `ZIP 压缩包${archiveFault(detail)}` : `压缩包内的 ${passage(entry)} ${archiveFault(detail)}`,
      mend: detail === 'encrypted' ? '另存为不带密码的文件' : '用原程序打开此文件并重新保存',
    }),
    'archive-too-large': ({ entry, limit, of }) => ({
      says: of === 'files'
        ? `压缩包内的文件超过 ${printable(limit)} 个`
        : `${entry === '' ? '压缩包' : `压缩包内的 ${passage(entry)} `}解压后超过 ${printable(limit)}`,
      mend: '核对文件来源；拆分为较小的文件',
    }),
    'archive-unsafe': ({ entry, detail }) => ({
      says: `压缩包内的 ${quote(entry)} ${archiveDanger(detail)}`,
      why: '这样的压缩包是为误导打开者或耗尽其资源而制作的',
      mend: '核对文件来源；用原程序重新保存',
    }),
    'xml-invalid': ({ part, line, column, detail }) => ({
      says: `${passage(part)} 不是格式正确的 XML（第 ${line} 行第 ${column} 列）：${passage(detail)}`,
      mend: '用原程序重新保存或导出此文件',
    }),

    // workbooks
    'workbook-invalid': ({ part, detail }) => ({
      says: workbookFault(part, detail),
      mend: '用电子表格打开，另存为 .xlsx（Excel 工作簿）',
    }),
    'sheet-not-found': ({ sheet, candidates }) => ({
      says: `没有工作表 ${quote(sheet)}`,
      mend: suggestion(candidates, '核对名称；图表工作表不能作清单'),
    }),
    'sheet-unclear': ({ candidates }) => ({
      says: `有多个工作表可能是清单，或一个也不是：${list(candidates)}`,
      why: '清单是首行含有清单各列的唯一可见工作表',
      mend: '用 --sheet 名称 指定',
    }),
    'cell-date': ({ column, text }) => ({
      says: `${columnName(column)}中是日期（存为 ${printable(text)}）`,
      why: '电子表格会把 3-5、1.2 之类的输入变成日期',
      mend: '将单元格格式设为“数值”或“文本”，重新输入',
    }),
    'cell-error': ({ column, text }) => ({
      says: `${columnName(column)}中是错误值 ${printable(text)}`,
      mend: '在电子表格中改正公式，或改填数值',
    }),
    'cell-formula-value': ({ column, text }) => ({
      says: `${columnName(column)}含有公式，已存的结果是 ${quote(text)}`,
      why: 'tanji 不计算公式，无从判断该结果是否仍然正确',
      mend: '改填数值（复制后“粘贴为数值”），或用 --allow-formulas 采用已存的结果',
    }),
    'rows-hidden': ({ sheet, rows, columns }) => ({
      says: `工作表 ${quote(sheet)} 中隐藏的单元格照常计入：${[
        ...(rows === 0 ? [] : [`${rows} 行`]), ...(columns.length === 0 ? [] : [`列 ${list(columns)}`]),
      ].join('，')}`,
    }),

    // tables
    'table-header-only': ({ file }) => ({
      says: `${passage(file)} 只有表头，没有数据行`,
      mend: '在表头下至少填一行',
    }),
    'table-quote': ({ detail }) => detail === 'unclosed'
      ? {
        says: '单元格以引号开头，却没有闭合',
        mend: '在单元格末尾补上引号；带引号的单元格内，引号要写两个，如 "2"" 管"',
      }
      : {
        says: '引号出现在不允许的位置',
        mend: '用引号括住整个单元格，其中的引号写两个，如 "2"" 管"',
      },
    'row-ragged': ({ expected, found }) => ({
      says: `本行有 ${found} 个单元格，表头有 ${expected} 个`,
      mend: found > expected ? '含分隔符的单元格要用引号括住' : '补齐缺少的单元格，空白的也要保留',
    }),
    'cell-too-long': ({ column, length, limit }) => ({
      says: `${columnName(column)}的单元格有 ${length} 个字符，超过上限 ${limit}`,
      why: '单元格过长多半是因为引号没有闭合',
      mend: '检查此处及以上各行的引号，或缩短内容',
    }),
    'cell-formula': ({ column, text }) => ({
      says: `${columnName(column)}含有公式：${quote(text)}`,
      why: 'tanji 不计算公式，而电子表格打开结果时会执行它',
      mend: '改填数值（在电子表格中复制后“粘贴为数值”）',
    }),
    'cell-missing': ({ column }) => ({
      says: `${columnName(column)}此处为空`,
      mend: '补填；空白不会当作零',
    }),
    'column-missing': ({ column, found }) => ({
      says: `缺少${columnName(column)}；现有：${list(found)}`,
      mend: found.length === 1 ? '只识别出一列：单元格之间要用逗号、分号或制表符分隔' : '增加此列，或将对应列的表头改为此名',
    }),
    'column-duplicate': ({ column, first }) => ({
      says: `${columnName(column)}重复，第 ${first} 列已是此列`,
      why: '含义相同的中英文表头视为同一列',
      mend: '改名或删去其中一列',
    }),
    'column-ignored': ({ columns }) => ({ says: `未使用的列：${list(columns)}` }),
    'column-conflict': ({ column, other }) => ({
      says: `${columnName(column)}与${columnName(other)}不能同时使用`,
      mend: '保留清单所依据的一列，删去另一列',
    }),

    // numbers in cells
    'number-invalid': ({ column, text }) => ({
      says: `${columnName(column)}的 ${quote(text)} 不是数字`,
      mend: plainNumber(column, text),
    }),
    'number-unclear': ({ column, text, readings }) => ({
      says: `${columnName(column)}的 ${quote(text)} 有多种读法：${choice(readings)}`,
      why: '文件中没有内容能说明哪个符号是小数点',
      mend: '指明小数点：--decimal-mark . 或 --decimal-mark ,',
    }),
    'number-out-of-range': ({ column, text }) => ({
      says: `${columnName(column)}的 ${quote(text)} 过大、过小或位数过多，无法计算`,
      mend: '检查指数和位数',
    }),
    'number-outside': ({ column, text, range }) => ({
      says: `${columnName(column)}的 ${quote(text)} 超出允许范围（${printable(range)}）`,
      mend: numberInRange(column, text),
    }),

    // words in cells
    'word-unknown': ({ column, text, candidates }) => ({
      says: `${columnName(column)}中有未知词 ${quote(text)}`,
      mend: suggestion(candidates, '改用此列规定的中文或英文词'),
    }),
    'level-skipped': ({ level, previous }) => previous < 1
      ? { says: `产品的第一行层级为 ${level}`, mend: '从层级 1 开始' }
      : {
        says: `层级 ${previous} 之后直接出现层级 ${level}`,
        why: '每一行从属于上方最近的、高一级的行',
        mend: `改为层级 ${previous + 1} 或更小，或补上中间缺少的行`,
      },
    'loss-basis-missing': ({ loss, ofInput, ofOutput }) => ({
      says: `损耗率 ${printable(loss)} 未说明基准：of_input（占投入量）需 ${needed(ofInput)}，of_output（占产出量）需 ${needed(ofOutput)}`,
      why: 'of_input 按数量 ÷（1 − 损耗率）计算，of_output 按数量 ×（1 + 损耗率）计算',
      mend: `在${columnName('loss_basis')}填写 of_input 或 of_output`,
    }),
    'loss-missing': ({ basis }) => ({
      says: `填了损耗基准“${term('loss', basis)}”，却没有损耗率`,
      mend: `补填${columnName('loss')}（无损耗填 0），或清空损耗基准`,
    }),
    'factor-doubled': ({ factor }) => ({
      says: `本行既有排放因子 ${quote(factor)}，又有供应商自有因子`,
      mend: '只保留一种：清空 factor，或清空 factor_value、factor_unit、factor_source',
    }),
    'factor-unnamed': ({ item, unconfirmed }) => ({
      says: `${quote(item)} 没有排放因子`,
      ...(unconfirmed === undefined ? {} : { why: `映射表中对应的行 ${printable(unconfirmed, 200)} 未经确认` }),
      mend: unconfirmed === undefined
        ? `在${columnName('factor')}填写因子（用 tanji factors search 或 match 查找），或填写 factor_value、factor_unit、factor_source`
        : '核对该行的因子，在“已确认”（confirmed）列填写“是”',
    }),
    'supplier-factor-incomplete': ({ missing }) => ({
      says: `供应商自有因子缺少${cellName(missing)}`,
      why: 'factor_value、factor_unit、factor_source 要同时填写',
      mend: `补填${cellName(missing)}`,
    }),
    'transport-incomplete': ({ missing }) => ({
      says: `本行填了${missing === 'transport' ? '运距' : '运输方式'}，却没有${cellName(missing)}`,
      why: 'distance_km 与 transport 要同时填写',
      mend: `补填${cellName(missing)}，或将两格都清空`,
    }),

    // the product file
    'json-invalid': ({ detail }) => ({
      says: `不是有效的 JSON：${jsonFault(detail)}`,
      mend: '检查此处前后的逗号、引号和括号',
    }),
    'schema-violation': ({ pointer, rule, detail }) => ({
      says: `${pointer === '' ? '文件' : `${passage(pointer)} `}${breach(rule, detail)}`,
      mend: '对照 schemas/ 中公布的模式修改',
    }),
    'gtin-check-digit': ({ gtin, expected }) => ({
      says: `GTIN ${quote(gtin)} 的末位应为 ${printable(expected)}`,
      why: 'GTIN 末位是由其余各位算出的校验码',
      mend: '与条码逐位核对',
    }),
    'date-invalid': ({ column, text }) => ({
      says: `${columnName(column)}的 ${quote(text)} 不是有效日期`,
      mend: '写明年、月、日，如 2025-12-31',
    }),
    'dates-reversed': ({ start, end }) => ({
      says: `开始日期 ${printable(start)} 晚于结束日期 ${printable(end)}`,
      mend: '对调或改正日期',
    }),
    'certificate-missing': ({ status, field }) => ({
      says: `标识状态为“${term('status', status)}”时必须有 ${printable(field)}`,
      why: '标识必须说明由谁核查或认证，否则只能是自我声明',
      mend: `补填 ${printable(field)}，或将状态改为 self-declared（自我声明）`,
    }),
    'boundary-stages': ({ boundary, stages }) => ({
      says: `边界 ${printable(boundary)} 的阶段已定（${list(stages)}），不能另行声明 stages`,
      mend: '删去 stages，或在 excluded 中写明排除的阶段及理由，或将类型声明为 custom',
    }),
    'product-undeclared': ({ product }) => ({
      says: `没有产品文件声明 ${quote(product)}`,
      why: '未声明的内容在报告中都标为默认值',
      mend: '用 --product 指定产品文件',
    }),
    'products-doubled': ({ product, first }) => ({
      says: `产品 ${quote(product)} 已在第 ${first} 行声明`,
      why: '一行声明一个产品',
      mend: '保留其中一行，或改正其中一行的产品编号',
    }),
    'product-cell-differs': ({ column, text, other, place }) => ({
      says: `${columnName(column)}此处为 ${quote(text)}，而同一产品在 ${passage(place)} 处为 ${quote(other)}`,
      why: '一个产品只有一份声明',
      mend: '两处写成一致，或清空其中一处',
    }),
    'product-incomplete': ({ product, columns }) => ({
      says: `清单声明了产品 ${quote(product)}，但缺少：${list(columns.map(cellName))}`,
      why: '没有人说明它的单位和清单的边界',
      mend: '在它的任一行中填写这些列，或用 --product 给出各产品共有的内容',
    }),

    // sectors
    'sector-unknown': ({ sector, candidates }) => ({
      says: `行业 ${quote(sector)} 没有规则`,
      why: '仍计算其物料清单，但不检查行业规则',
      mend: `有规则的行业：${list(candidates)}`,
    }),
    'parameters-unread': ({ sector, candidates }) => ({
      says: sector === '' ? '给出了参数，但没有指明行业' : `给出了参数，但行业 ${quote(sector)} 没有规则`,
      why: '无人读取的参数不会改变任何数值',
      mend: `指明行业：${choice(candidates)}`,
    }),
    'parameter-unknown': ({ parameter, candidates }) => ({
      says: `未知参数 ${quote(parameter)}`,
      mend: suggestion(candidates, '删除它'),
    }),
    'parameter-missing': ({ parameter, names }) => ({
      says: `缺少参数 ${printable(parameter)}：${printable(names.zh)}`,
      why: '没有可代替它的值',
      mend: '在产品文件的 parameters 中补充',
    }),
    'parameter-invalid': ({ parameter, text, expected }) => ({
      says: `${printable(parameter)} ${text === '' ? '' : `的 ${quote(text)} `}不是${expectedParameter(expected)}`,
    }),
    'parameter-conflict': ({ parameter, other }) => ({
      says: `${printable(parameter)} 与 ${printable(other)} 互相排斥`,
      mend: '只保留其中一个',
    }),
    'parameter-sum': ({ parameters, sum, expected }) => ({
      says: `${printable(parameters)} 之和为 ${printable(sum)}，应为 ${printable(expected)}`,
    }),
    'preset-unverified': ({ parameter, preset, value }) => ({
      says: `${printable(parameter)} 取自预设 ${quote(preset)} 的值 ${printable(value)}，该值未经原始来源核实`,
      why: '报告中标为未核实',
      mend: '如有自己的数值，请直接给出',
    }),
    'unit-not-of-sector': ({ unit, basis, candidates }) => ({
      says: `单位 ${quote(unit)}${basis === '' ? '' : `（口径 ${quote(basis)}）`} 不是该行业的单位`,
      why: '同一单位符号可有多种含义，由口径（basis）区分',
      mend: `声明其中之一：${list(candidates)}`,
    }),
    'boundary-not-of-sector': ({ boundary, candidates }) => ({
      says: `该行业规则不允许边界 ${quote(boundary)}`,
      mend: `声明 ${choice(candidates)}`,
    }),
    'formula-division': ({ quantity, formula }) => ({
      says: `${printable(quantity)} = ${printable(formula)} 除数为零`,
      mend: '检查组成它的参数',
    }),
    'duty-unmet': ({ duty, text, detail }) => ({
      says: `不满足行业规则 ${quote(duty)}：${text.zh}${detail === '' ? '' : `（${printable(detail)}）`}`,
    }),
    'duty-advised': ({ duty, text, detail }) => ({
      says: `行业规则建议（${printable(duty)}）：${text.zh}${detail === '' ? '' : `（${printable(detail)}）`}`,
    }),

    // batches
    'product-unlisted': ({ product, file }) => ({
      says: `产品 ${quote(product)} 在 ${passage(file)} 中没有对应的行`,
      why: '没有人说明它的单位是什么',
      mend: '请为它添加一行',
    }),
    'batch-memory': ({ file, limit }) => ({
      says: `${passage(file)} 中同一产品的行不相邻，查找它们需要的内存超过 ${String(limit)} MB`,
      mend: '请按产品排序，或用 --memory 放宽限制',
    }),
    'batch-doubled': ({ product, bill }) => ({
      says: `产品 ${quote(product)} 在 ${passage(bill)} 和前面的清单中都有`,
      why: '两条记录之一可能只含该产品的一半，或是它的另一版本',
      mend: '为每个产品取唯一编号，或把它的所有行放进同一份清单',
    }),
    'batch-failed': ({ failed }) => ({
      says: `${String(failed)} 个产品失败；这里没有列出全部问题`,
      mend: '见 exit 不为 0 的错误记录，其中列出了各产品的问题',
    }),
    'bill-changed': ({ file }) => ({
      says: `${passage(file)} 在读取时发生了变化`,
      why: '记录会一部分来自旧行，一部分来自新行',
      mend: '待无程序写入该文件后重新运行',
    }),
    'journal-standing': ({ file }) => ({
      says: `上次未完成的运行留下了 ${passage(file)}.part 和 ${passage(file)}.journal`,
      mend: '加 --resume 继续，或删除这两个文件重新开始',
    }),
    'journal-other': ({ file, detail }) => ({
      says: detail === 'damaged'
        ? `${passage(file)}.journal 不是可读的运行日志`
        : `${passage(file)}.journal 属于另一次运行：清单、其他输入、数据集或选项此后有变化`,
      mend: `删除 ${passage(file)}.part 和 ${passage(file)}.journal 后重新开始`,
    }),
    'shard-unfit': ({ file, detail }) => ({
      says: `${passage(file)} ${SHARD_FAULTS.get(detail) ?? printable(detail)}`,
      mend: '请用与其他分片相同的清单、数据集和选项重新生成该分片',
    }),
    'shard-missing': ({ shards }) => ({
      says: `缺少分片：${listing(shards, '、', (left) => ` 等另外 ${String(left)} 个`)}`,
      mend: '请给出每个分片的输出',
    }),
    'shard-product': ({ product }) => ({
      says: `产品 ${quote(product)} 出现在两个分片中：它的行不相邻`,
      why: '每条记录只含它的一部分行',
      mend: '请用 --scattered 重新生成所有分片',
    }),

    // 能源台账
    'ledger-period': ({ text }) => ({
      says: `${quote(text)} 不是周期`,
      mend: '写作 2024、2024-07、2024-Q3 或 2024-07-01/2024-07-31',
    }),
    'ledger-origin': ({ origin, carrier, candidates }) => ({
      says: `${printable(carrier)} 不能来自 ${printable(origin)}`,
      mend: `${printable(origin)} 可用于 ${choice(candidates)}`,
    }),
    'ledger-unit': ({ unit, carrier, expected }) => ({
      says: `${quote(unit)} 不是 ${printable(carrier)} 的单位`,
      mend: `用 ${choice(expected)} 或同量纲的单位；一个绿证为 1 MWh`,
    }),
    'ledger-overlap': ({ meter, other, start, end }) => ({
      says: `表计 ${quote(meter)} 有重复天数：第 ${other} 行为 ${printable(start)} 至 ${printable(end)}`,
      mend: '改正周期，或写明另一表计',
    }),
    'ledger-gap': ({ meter, start, end }) => ({
      says: `表计 ${quote(meter)} 缺 ${printable(start)} 至 ${printable(end)} 的数据`,
      mend: '补上该行，没有用量则写 0',
    }),
    'ledger-doubled': ({ other }) => ({
      says: `与第 ${other} 行完全相同`,
      mend: '删去一行，或写明不同的表计',
    }),
    'ledger-pv': ({ used, exported, generated }) => ({
      says: `光伏自用（${printable(used)} kWh）与上网（${printable(exported)} kWh）之和不等于发电量 ${printable(generated)} kWh`,
      mend: '改正有误的表计：每个场所、每个周期自用＋上网＝发电',
    }),
    'ledger-certificates': ({ certificates, grid, year }) => ({
      says: `${printable(year)} 年绿证（${printable(certificates)} kWh）超过电网用电（${printable(grid)} kWh）`,
      why: '一张绿证只能覆盖一次用电',
    }),
    'ledger-straddles': ({ start, end }) => ({
      says: `周期 ${printable(start)} 至 ${printable(end)} 只有一部分在报告年内`,
      mend: '在年末拆成两行',
    }),
    'ledger-outside': ({ rows, start, end }) => ({
      says: `${rows} 行不在报告期（${printable(start)} 至 ${printable(end)}）和基准期内，不计`,
    }),
    'ledger-empty-period': ({ start, end }) => ({
      says: `台账在 ${printable(start)} 至 ${printable(end)} 没有数据`,
      mend: '检查档案中的年份',
    }),
    'ledger-equivalent-rate': () => ({
      says: '电力等价值需给出折算率',
      why: '等价值逐年变化，不作默认',
      mend: '补充 energy.equivalent_rate 的 value（kgce/kWh）与 source',
    }),
    'ledger-coefficient': ({ carrier, unit, set }) => ({
      says: `系数集 ${quote(set)} 没有 ${printable(carrier)}（每 ${printable(unit)}）的折标系数`,
    }),
    'ledger-coefficients-unknown': ({ set, candidates }) => ({
      says: `没有折标系数集 ${quote(set)}`,
      mend: `可选：${choice(candidates)}`,
    }),
    'ledger-rule-unknown': ({ rule, candidates }) => ({
      says: `没有机构规则 ${quote(rule)}`,
      mend: `可选：${choice(candidates)}`,
    }),
    'ledger-factor-missing': ({ carrier, year }) => ({
      says: `缺少 ${printable(carrier)} 在 ${printable(year)} 年的排放因子`,
      mend: '在该行或档案的 factors 中写明',
    }),
    'ledger-location-as-market': ({ factor }) => ({
      says: `基于市场时，未覆盖的电量采用基于位置的因子 ${quote(factor)}`,
      why: '没有声明剩余因子',
    }),
    'ledger-facts-unused': ({ institution }) => ({
      says: `档案给出了机构 ${quote(institution)} 的情况，但台账中没有该机构`,
    }),
    'ledger-undeclared': ({ start, end }) => ({
      says: `没有档案：报告期取 ${printable(start)} 至 ${printable(end)}`,
      why: '取台账最后一年；有两年时以第一年为基准',
      mend: '用 --profile institution.json 声明',
    }),
    'avoided-factor-old': ({ factor, year, period, newest }) => ({
      says: `减排因子 ${quote(factor)} 为 ${printable(year)} 年，报告期为 ${printable(period)} 年`,
      mend: newest === '' ? '请查找更新的因子' : `同类较新因子：${printable(newest)}`,
    }),

    // units
    'unit-unknown': ({ unit, candidates }) => ({
      says: `未知单位 ${quote(unit)}`,
      mend: suggestion(candidates, '使用 kg、kWh、MJ、m3、tkm、piece 等单位'),
    }),
    'unit-ambiguous': ({ unit, candidates }) => ({
      says: `单位 ${quote(unit)} 有多种含义`,
      mend: `写明所指的单位：${choice(candidates)}`,
    }),
    'unit-dimension': ({ unit, dimension, other, otherDimension, otherPlace }) => ({
      says: `单位 ${quote(unit)}（${dimensionName(dimension)}）与 ${passage(otherPlace)} 处的 ${quote(other)}（${dimensionName(otherDimension)}）量纲不符`,
      mend: unit.endsWith(OVER_ONE_KILOMETRE)
        ? `在${columnName('transport')}改用以质量和距离计的因子，如 tkm`
        : `此处改用${dimensionName(otherDimension)}单位，或改用以${dimensionName(dimension)}计的因子`,
    }),

    // datasets and factors
    'dataset-not-found': ({ name, candidates }) => ({
      says: `找不到数据集 ${quote(name)}`,
      mend: suggestion(candidates, '用 tanji factors list 查看内置数据集；自有数据集请指定 datapackage.json 所在的文件夹'),
    }),
    'dataset-invalid': ({ name, detail }) => ({
      says: `数据集 ${quote(name)} 无法使用：${cause(detail)}`,
      mend: '数据集是含有 datapackage.json 和 factors.csv 的文件夹',
    }),
    'dataset-altered': ({ name }) => ({
      says: `内置数据集 ${printable(name)} 的文件与 tanji 构建时不同`,
      mend: '重新安装 tanji；自有数据集放入文件夹，用 --factors 指定',
    }),
    'dataset-doubled': ({ name }) => ({
      says: `数据集 ${quote(name)} 加载了两次`,
      mend: '在 --factors 中只写一次，或在 datapackage.json 中给其中一个改名',
    }),
    'dataset-changed': ({ name, lockedVersion, version }) => ({
      says: lockedVersion === version
        ? `数据集 ${quote(name)} 与锁定的版本号同为 ${printable(version)}，但内容不同`
        : `数据集 ${quote(name)} 的版本为 ${printable(version)}，锁定的是 ${printable(lockedVersion)}`,
      why: '锁定文件固定每个数据集的 SHA-256 值，数值不会在不知不觉中改变',
      mend: '加载锁定的数据集；或先查看变化（tanji factors diff），再重新锁定（tanji factors lock）',
    }),
    'dataset-unlocked': ({ name }) => ({
      says: `清单使用了未锁定的数据集 ${quote(name)}`,
      mend: '一并锁定（tanji factors lock --factors 后列出所有要锁定的数据集），或不用其中的因子',
    }),
    'replacement-invalid': ({ from, to, fault }) => {
      if (fault === 'kept') {
        return {
          says: `因子 ${quote(from)} 声明已由 ${quote(to)} 替代，却仍在数据集中`,
          mend: '从 factors.csv 中删去该因子，或从 datapackage.json 中删去其替代关系',
        };
      }
      if (fault === 'doubled') {
        return { says: `${quote(from)} 的替代关系声明了两次`, mend: '把所有替代因子写在同一条替代关系中' };
      }
      return {
        says: from === to
          ? `${quote(from)} 的替代关系又回到自身`
          : `${quote(from)} 的替代关系指向 ${quote(to)}，而数据集中没有该因子`,
        mend: '写 factors.csv 中已有的因子，或其自身也有替代关系的因子',
      };
    },
    'factor-not-found': ({ factor, candidates }) => ({
      says: `找不到排放因子 ${quote(factor)}`,
      mend: suggestion(candidates, '用 tanji factors search 按名称查找，或用 --factors 加载其他数据集'),
    }),
    'factor-ambiguous': ({ factor, candidates }) => ({
      says: `多个数据集都有排放因子 ${quote(factor)}`,
      mend: `同时写明数据集：${choice(candidates)}`,
    }),
    'factor-duplicate': ({ id, first }) => ({
      says: `因子编号 ${quote(id)} 已在第 ${first} 行使用`,
      mend: '给其中一个换编号，或删去',
    }),
    'factor-split': ({ id, sum, total }) => ({
      says: `因子 ${quote(id)} 的各部分合计 ${printable(sum)}，而 kgco2e 为 ${printable(total)}`,
      why: 'fossil、biogenic、biogenic_removal、dluc 相加等于总值；aircraft 已含在 fossil 中',
      mend: '改正有误的单元格；来源没有给出拆分时，各部分都留空',
    }),
    'factor-aircraft': ({ id, aircraft, fossil }) => ({
      says: `因子 ${quote(id)} 的航空部分 ${printable(aircraft)} 大于化石部分 ${printable(fossil)}`,
      why: '航空排放是化石源排放的一部分',
      mend: '将航空部分计入 fossil，或改正其数值',
    }),
    'factor-field-missing': ({ id, column }) => ({
      says: `因子 ${quote(id)} 缺少 ${printable(column)}`,
      why: '缺少此项就无法追溯或评判该数值',
      mend: `补填 ${printable(column)} 列`,
    }),
    'factor-licence-closed': ({ id, licence, allowed }) => ({
      says: `因子 ${quote(id)} 的许可 ${quote(licence)} 未明确允许再分发`,
      why: `允许再分发的许可：${list(allowed)}`,
      mend: '放入自有数据集，用 --factors 加载',
    }),
    'factor-region-unknown': ({ id, region }) => ({
      says: `因子 ${quote(id)} 的地区 ${quote(region)} 不是 ISO 3166 代码`,
      mend: '使用 CN、CN-ZJ 等代码，全球用 GLO',
    }),
    'factor-column-dead': ({ column, value }) => ({
      says: `${printable(column)} 列每一行都是 ${quote(value)}`,
      why: '整列不变多半是导入有误',
      mend: '检查导入；来源没有说明的留空',
    }),
    'factor-magnitude': ({ id, value, category, median }) => ({
      says: `因子 ${quote(id)} 为 ${printable(value)}，类别 ${quote(category)} 的中位数为 ${printable(median)}`,
      mend: '对照来源检查单位（g 或 kg、MJ 或 kWh）和小数点',
    }),
    'factor-stale': ({ id, year, age }) => ({
      says: `因子 ${quote(id)} 为 ${printable(year)} 年数据，已有 ${age} 年`,
      mend: '查找来源的新版本',
    }),
    'factor-id-form': ({ id }) => ({
      says: `${quote(id)} 不符合因子编号的格式`,
      why: '清单以“编号”或“数据集:编号”引用因子',
      mend: '使用小写字母、数字和连字符，不含空格和冒号',
    }),
    'gases-invalid': ({ entry, fault }) => ({
      says: fault === 'twice' ? `${quote(entry)} 与同一单元格中前面的气体重复` : `${quote(entry)} 不是“气体 数量”的形式`,
      mend: fault === 'twice'
        ? '每种气体只写一次，数量合并'
        : '写气体、空格和每单位的千克数（十进制小数），气体之间用 ; 分隔：CO2 1.2; CH4 fossil 0.003',
    }),
    'gases-beside': ({ id, columns }) => ({
      says: `因子 ${quote(id)} 以气体给出，却又填写了 ${list(columns)}`,
      why: '其 kg CO2e 由各气体和报告的 GWP 版本算出，不能另有一值',
      mend: '清空这些单元格，或清空 gases 单元格',
    }),
    'gas-unknown': ({ gas, candidates }) => ({
      says: `${quote(gas)} 不能在 GWP 表中确定为一种气体或混合制冷剂`,
      mend: suggestion(candidates, '用名称、化学式、CAS 号或制冷剂编号书写；tanji factors gwp 显示表中某种气体的数据'),
    }),
    'gwp-missing': ({ gas, blend, edition, others, editions }) => ({
      says: `${blend === '' ? '' : `${quote(blend)} 的组分 `}${quote(gas)} 在 ${printable(edition)} 版本中没有 GWP 值`,
      why: '没有数值不等于零，其他版本的数值是另一种尺度',
      mend: others.length > 0
        ? `该版本有 ${list(others)}：请写明所指的一种`
        : editions.length > 0 ? `换用其他版本：表中该气体在 ${list(editions)} 中有数值`
        : '表中没有任何版本有该气体：请以 kg CO2e 给出此因子',
    }),
    'gwp-unnamed': ({ factor, editions }) => ({
      says: `因子 ${quote(factor)} 以气体给出，但没有指定 GWP 版本`,
      why: '各版本算出的 kg CO2e 不同',
      mend: `用 --gwp 或产品文件的 method.gwp 指定：${choice(editions)}`,
    }),
    'factor-contents-unsaid': ({ id, category }) => ({
      says: `因子 ${quote(id)}（${printable(category)}）的 boundary 未说明含不含纤维、纱线、面料`,
      why: '面料已含纤维时再计纤维，就重复计算了',
      mend: '在 boundary 写明，如“含纤维、纱线和面料”“仅纤维，不含纱线和面料”',
    }),
    'factor-energy-unsaid': ({ id, category }) => ({
      says: `因子 ${quote(id)}（${printable(category)}）的 boundary 和 notes 都未说明含不含工艺能耗`,
      why: '只含化学品的因子与全工艺因子难以分辨，热和电会重复计算或漏算',
      mend: '在 boundary 写明，如“仅化学品，不含工艺能耗”“含化学品、热和电”',
    }),
    'factor-basis-unsaid': ({ id, category }) => ({
      says: `因子 ${quote(id)}（${printable(category)}）的 boundary 未说明按养分还是按产品计`,
      why: '一吨产品所含养分不足一吨（尿素含氮 46%），两者混淆会差很多',
      mend: '在 boundary 写明“按养分 N”或“按产品”',
    }),
    'factor-direct-unsaid': ({ id, category }) => ({
      says: `因子 ${quote(id)} 属类别 ${printable(category)}，其 boundary 却未说明只含直接排放`,
      why: '从摇篮算起的清单还需要燃料供应，读者看不出这里缺了',
      mend: '在 boundary 写明“直接排放”或“不含上游”，或改用生命周期类别',
    }),
    'factor-combustion-unsaid': ({ id, category }) => ({
      says: `因子 ${quote(id)}（${printable(category)}）的 boundary 未说明含不含焚烧本身的排放`,
      why: '焚烧塑料时这几乎是全部排放，而有的来源只计清运',
      mend: '在 boundary 写明“仅清运”或“含燃烧排放”',
    }),
    'factor-gwp-odd': ({ id, gwp, category, unit, others }) => ({
      says: `因子 ${quote(id)} 的 gwp 为 ${printable(gwp)}，类别 ${quote(category)} 中按 ${printable(unit)} 计的其他因子为 ${list(others)}`,
      why: 'CO2 与 CO2e 是两种量，并列时容易误用',
      mend: '核对 gwp；CO2-only 因子另设类别，类别名含 direct 或 co2',
    }),
    'factor-lifecycle-co2': ({ id, category }) => ({
      says: `因子 ${quote(id)} 属生命周期类别 ${printable(category)}，gwp 却为 CO2-only`,
      why: '生命周期因子计入全部温室气体，并从燃料供应算起',
      mend: '改正 gwp，或将类别改为 electricity-grid-direct',
    }),

    // importing datasets
    'import-format-unknown': ({ file, formats }) => ({
      says: `${passage(file)} 不是可导入的格式`,
      why: `可导入的格式：${list(formats)}`,
      mend: '如确为其中之一，用 --format 指明',
    }),
    'import-empty': ({ file, format }) => ({
      says: `${passage(file)} 中没有可按 ${printable(format)} 导入的内容`,
      mend: '检查文件，或用 --format 指明其他格式',
    }),
    'import-row-refused': ({ name, reason }) => ({
      says: `${quote(name)} 无法导入：${wordsIn(reason).says} [${reason.code}]`,
      mend: `${wordsIn(reason).mend ?? '改正'}；或用 --allow-skips 略去无法读取的条目`,
    }),
    'import-row-skipped': ({ name, reason }) => ({ says: `${quote(name)} 已略去：${wordsIn(reason).says} [${reason.code}]` }),
    'import-id-twice': ({ id, first }) => ({
      says: `编号 ${quote(id)} 已用于 ${passage(first)}`,
      mend: '给其中一个改编号或名称',
    }),
    'import-not-process': ({ root, namespace }) => ({
      says: `根元素 ${quote(root)}（命名空间 ${quote(namespace)}）不是过程数据集`,
      mend: '导入 ILCD 的 processDataSet 文件（http://lca.jrc.it/ILCD/Process）',
    }),
    'import-unit-missing': () => ({
      says: '无法得知基准流的单位',
      mend: '连同其流数据集一起导入，或用 --unit 指明单位',
    }),
    'import-result-missing': ({ impact }) => ({
      says: `没有 ${quote(impact)} 的结果`,
      mend: '用 --impact 指明其他影响类别',
    }),
    'import-impact-unclear': ({ impact, candidates }) => ({
      says: candidates.length === 0 ? `没有影响类别 ${quote(impact)}` : `${quote(impact)} 可能是${choice(candidates)}`,
      mend: '用 --impact 按原文指明一个',
    }),
    'import-result-unit': ({ unit }) => ({
      says: `结果的单位是 ${quote(unit)}，不是 kg CO2e`,
      mend: '用 --impact 选择以 kg CO2e 计的影响类别',
    }),
    'import-unit-process': ({ flow }) => ({
      says: flow === '' ? '这是没有结果的单元过程' : `这是单元过程：${quote(flow)} 属于其他过程`,
      why: '自身排放只是足迹的一部分',
      mend: '请改为导出结果或系统过程（LCI 结果）',
    }),
    'import-flow-uncountable': ({ flow, detail }) => ({
      says: detail === 'both-ways' ? `${quote(flow)} 同时出现在输入和输出中`
        : detail === 'regional' ? `${quote(flow)} 有多个特征化因子`
        : `${quote(flow)} 的数量与其特征化因子的单位无法换算`,
      mend: '请改为导出该过程的结果',
    }),
    'output-not-empty': ({ folder }) => ({
      says: `文件夹 ${passage(folder)} 不是空的`,
      mend: '用 -o 指定一个新文件夹',
    }),
    'output-exists': ({ file }) => ({
      says: `文件 ${passage(file)} 已存在`,
      why: '覆盖会丢失其中人工确认的内容',
      mend: '用 -o 指定另一个文件，或先移走此文件',
    }),

    // mappings
    'mapping-conflict': ({ item, factor, first, other }) => ({
      says: `映射表为 ${quote(item)} 确认了两个因子：此处为 ${quote(factor)}，第 ${first} 行为 ${quote(other)}`,
      mend: '只保留一个，或用单位、阶段列加以区分',
    }),
    'mapping-factor-missing': ({ item }) => ({
      says: `${quote(item)} 一行已确认，但没有因子`,
      mend: '填写因子（用 tanji factors search 查找），或清空“已确认”（confirmed）列',
    }),
    'mapping-unused': ({ items }) => ({ says: `清单中没有行需要映射表中这些已确认的行：${list(items)}` }),

    // the product graph
    'root-unclear': ({ candidates }) => candidates.length === 0
      ? { says: '文件中每个产品都是另一产品的组成部分', mend: '用 --root 指明要计算的产品' }
      : {
        says: `文件中有多个产品：${list(candidates)}`,
        mend: '用 --root 或产品文件的 id 指明要计算的产品',
      },
    'product-not-found': ({ product, candidates, held }) => ({
      says: `文件中没有产品 ${quote(product)}，只有 ${list(held)}`,
      mend: suggestion(candidates, 'bom: 单元格、--root 和产品文件的 id 应与产品列的写法一致'),
    }),
    'bom-cycle': ({ path }) => ({
      says: `产品包含了自身：${cycle(path)}`,
      mend: '删去其中一处引用',
    }),
    'sub-product-unit': ({ product, unit }) => ({
      says: `单位 ${quote(unit)} 与子产品 ${quote(product)} 的声明单位不符`,
      mend: '按其声明单位计数（默认一件，其自身的声明或产品文件的 sub_products 可另行规定）',
    }),
    'assembly-with-factor': ({ item }) => ({
      says: `${quote(item)} 有下级行，又有自己的排放因子`,
      why: '其排放会重复计算',
      mend: '清空因子，或删去下级行',
    }),
    'stage-missing': ({ item, candidates }) => ({
      says: `${quote(item)} 没有生命周期阶段，其因子也未注明`,
      mend: candidates.length === 0
        ? `填写${columnName('stage')}`
        : `填写${columnName('stage')}：${choice(candidates.map((stage) => term('stage', stage)))}`,
    }),
    'stage-outside-boundary': ({ stage, boundary }) => ({
      says: `阶段“${term('stage', stage)}”不在系统边界“${term('boundary', boundary)}”之内`,
      mend: '删去此行，或在产品文件中声明更宽的边界',
    }),
    'transport-needs-mass': ({ unit }) => ({
      says: `有运距就需要质量，而数量的单位是 ${quote(unit)}`,
      mend: '数量改用 kg 或 t，或将运输单列一行，以 tkm 计',
    }),
    'expectation-failed': ({ expected, computed }) => ({
      says: `计算值为 ${printable(computed)} kg CO2e，期望值为 ${printable(expected)}`,
      mend: '检查本行的数量、单位和因子，或改正 expect_kgco2e',
    }),
    'gwp-mixed': ({ sets }) => ({
      says: `所用因子的 GWP 版本不一致：${list(sets)}`,
      why: '同一气体在各版本中的数值不同，相加会混用两种尺度',
      mend: '尽量使用同一版本的因子',
    }),
    'factor-direct-grid': ({ factor, boundary, region, categories }) => ({
      says: `因子 ${quote(factor)} 只计发电厂的 CO2，而系统边界为“${term('boundary', boundary)}”`,
      why: '缺燃料供应、电厂建设、线损、CH4 和 N2O，足迹偏小',
      mend: `改用 ${printable(region)} 的生命周期因子：用 tanji factors search 按类别 ${choice(categories)} 查找`,
    }),
    'factor-expired': ({ id, validTo, start }) => ({
      says: `因子 ${quote(id)} 有效期至 ${printable(validTo)}，而期间从 ${printable(start)} 开始`,
      mend: '查找来源的新版本',
    }),
    'factor-old': ({ id, year, age }) => ({
      says: `因子 ${quote(id)} 为 ${printable(year)} 年数据，比期间早 ${age} 年`,
      mend: '查找来源的新版本',
    }),

    // the report
    'report-unknown': ({ schema }) => ({
      says: schema === '' ? '此 JSON 不是报告：没有注明 schema' : `未知的报告格式 ${quote(schema)}`,
      mend: '使用 tanji calc 生成的报告；新版报告需要新版 tanji',
    }),
    'report-not-canonical': () => ({
      says: '报告不是规范形式（RFC 8785）',
      why: '报告生成后被编辑或重新排版，无法逐字节比对',
      mend: '使用 tanji calc 生成的原文件，或重新计算',
    }),
    'report-digest': ({ stated, computed }) => ({
      says: `报告所载摘要值为 ${passage(stated)}，内容的摘要值为 ${passage(computed)}`,
      why: '报告生成后内容被改动',
      mend: '用输入文件重新计算报告',
    }),
    'report-sum': ({ whole, stated, parts, computed }) => ({
      says: `${passage(whole)} 为 ${orNone(stated)}，而 ${passage(parts)} 合计为 ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-percent': ({ part, stated, computed }) => ({
      says: `${passage(part)} 所载百分比为 ${orNone(stated)}，按合计应为 ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-contribution': ({ index, stated, computed }) => ({
      says: `inventory.contributions[${index}] 所载为 ${orNone(stated)}，按数量、步骤和因子应为 ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-step': ({ step, stated, basis }) => ({
      says: `${passage(step)} 为 ${passage(stated)}，与 ${passage(basis)} 不符`,
      mend: RECOMPUTE,
    }),
    'report-quantity': ({ id, stated, computed }) => ({
      says: `模型的量 ${quote(id)} 为 ${passage(stated)}，按公式应为 ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-derived': ({ index, quantity, stated, expected }) => ({
      says: `第 ${index} 项贡献为 ${passage(stated)}，其来源量 ${quote(quantity)} 为 ${orNone(expected)}`,
      mend: RECOMPUTE,
    }),
    'report-unverified': ({ id, status }) => ({
      says: `${quote(id)} 是${passage(status)}，但其值未经原始来源核实`,
      why: '此类值只有在用户点名（预设）时才采用',
      mend: RECOMPUTE,
    }),
    'report-gases': ({ factor, member, stated, computed }) => ({
      says: `因子 ${quote(factor)} 的 ${passage(member)} 为 ${orNone(stated)}，按其各气体应为 ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-listed-twice': ({ name }) => ({
      says: `报告重复列出 ${printable(name)}`,
      why: '无法判定贡献项指的是哪一个',
      mend: '用 tanji calc 重新生成报告',
    }),
    'report-factor-unlisted': ({ index, factor }) => ({
      says: `inventory.contributions[${index}] 使用的因子 ${quote(factor)} 未在报告中列出`,
      mend: RECOMPUTE,
    }),
    'report-dataset-unlisted': ({ factor, dataset }) => ({
      says: `因子 ${quote(factor)} 所属的数据集 ${quote(dataset)} 未在报告中列出`,
      mend: RECOMPUTE,
    }),
    'report-dataset-other': ({ name, reported, given }) => ({
      says: reported === given
        ? `报告所用数据集 ${quote(name)} ${printable(given)} 的内容与此处不同`
        : `报告所用数据集 ${quote(name)} 的版本为 ${printable(reported)}，而不是 ${printable(given)}`,
      why: '只有从报告所用的版本出发，才能说明变化',
      mend: '把报告所用的版本作为旧版本，或重新计算报告',
    }),
    'report-stage-unlisted': ({ stage }) => ({
      says: `有贡献项属于阶段“${term('stage', stage)}”，而系统边界不含此阶段`,
      mend: RECOMPUTE,
    }),
    'report-display': ({ stated, computed }) => ({
      says: `标识显示 ${orNone(stated)}，合计按其修约规则应为 ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'report-share': ({ share, stated, computed }) => ({
      says: `${passage(share)} 为 ${orNone(stated)}，按各贡献项应为 ${orNone(computed)}`,
      mend: RECOMPUTE,
    }),
    'line-unexplained': ({ line }) => ({
      says: `报告中没有来自第 ${line} 行的内容`,
      mend: '请指定清单中有因子、子产品或下级行的一行',
    }),
    'report-unit': ({ unit, detail }) => ({
      says: `报告中的单位 ${quote(unit)} 未知或不相符：${passage(detail)}`,
      mend: RECOMPUTE,
    }),
  },

  phrases: {
    ...phrases,
    factorsImported: ({ factors, skipped }) => `已导入 ${String(factors)} 个因子${skipped === 0 ? '' : `，略去 ${String(skipped)} 条`}`,
    problemsFound: (counts: Counts) => [
      ...tally(counts.errors, '错误'),
      ...tally(counts.warnings, '警告'),
      ...tally(counts.notes, '提示'),
    ].join('，') || phrases.no_problems,
  },
};

/** What is wrong with an archive, or with a file in one. */
function archiveFault(detail: ProblemArguments['archive-unreadable']['detail']): string {
  switch (detail) {
    case 'no-directory': return '没有文件目录，已损坏或不完整';
    case 'cut-off': return '已损坏或不完整';
    case 'encrypted': return '设有密码';
    case 'method': return '采用了不支持的压缩方式';
    default: return '已损坏';
  }
}

function archiveDanger(detail: ProblemArguments['archive-unsafe']['detail']): string {
  switch (detail) {
    case 'outside': return '的名称指向文件夹之外';
    case 'twice': return '出现了两次';
    default: return '解压后超过原大小的 250 倍';
  }
}

function workbookFault(part: string, detail: ProblemArguments['workbook-invalid']['detail']): string {
  switch (detail) {
    case 'no-workbook': return '此文件是 ZIP 压缩包，但不是 Excel 工作簿';
    case 'binary': return '此文件是二进制工作簿（.xlsb）';
    case 'no-part': return `工作簿缺少部件 ${passage(part)}`;
    case 'no-sheet': return '工作簿没有含内容的可见工作表';
    case 'cell-place': return `${passage(part)} 中的单元格顺序不对`;
    default: return `${passage(part)} 中有单元格引用了不存在的文本`;
  }
}

const RECOMPUTE = '用输入文件重新计算报告';

/** How a mass over a distance is written where a line is moved: `kg*km`. */
const OVER_ONE_KILOMETRE = '*km';

/** What the operating system's codes mean. */
const CAUSES: ReadonlyMap<string, string> = new Map([
  ['ENOENT', '没有此文件或文件夹'], ['ENOTDIR', '路径中有一部分不是文件夹'], ['EISDIR', '这是文件夹'],
  ['EACCES', '没有权限'], ['EPERM', '没有权限'], ['EROFS', '磁盘只读'], ['ENOSPC', '磁盘已满'], ['EBUSY', '正被占用'],
  ['EFBIG', '文件不得如此之大'], ['EEXIST', '该处已有文件'],
  ['ESPIPE', '这是管道或设备'],
]);

/** `EACCES`, or `factors.csv: EACCES`, with what it means. */
function cause(reason: string): string {
  const meaning = CAUSES.get(/[A-Z]+$/.exec(reason)?.[0] ?? '');
  return meaning === undefined ? passage(reason) : `${passage(reason)}（${meaning}）`;
}

const MAY_BE_PERCENT: ReadonlySet<string> = new Set(['loss', 'share', 'uncertainty']);

function plainNumber(column: string, text: string): string {
  if (column === 'level') return '写整数：1、2、3，或每级一个点：.1、..2';
  if (column === 'year') return '写四位年份，如 2024';
  if (/[%％]/u.test(text) && MAY_BE_PERCENT.has(column)) return '比例写成小数或百分数：0.05 或 5%';
  if (/[%％]/u.test(text)) return '只有损耗率、分摊比例和不确定度可写百分数；此处只写数字，如 12.5';
  return '只写数字，如 12.5；单位填在单独的列';
}

function numberInRange(column: string, text: string): string {
  if (column === 'level') return '从层级 1 开始';
  if (column === 'uncertainty') return '几何标准差不小于 1；正负偏差写作 ±10%';
  if (column !== 'loss' && column !== 'share') return '检查正负号、小数点和单位';
  return /[%％]/u.test(text) ? '检查百分数：100% 即整行' : '比例写成小数或百分数：0.05 或 5%';
}

/** What a loss makes of the quantity, where that itself could not be read. */
function needed(amount: string): string {
  return printable(amount).replace('quantity', '数量');
}

/** The scanner's symbols in words: `"names"; expected , or }`. */
function jsonFault(detail: string): string {
  const [found = '', expected] = detail.split('; expected ');
  const what = passage(found).replace('end of text', '文件结束').replace(/^(".*") twice$/, '$1 重复').replace(/^more than (\d+) levels$/, '嵌套超过 $1 层');
  if (expected === undefined) return what;
  return `此处是：${what}；应为：${passage(expected).replace(' or ', ' 或 ').replace('a value', '值').replace('end of text', '文件结束').replace('"name"', '带引号的名称')}`;
}

/** How a member breaks a rule of its JSON Schema. */
function breach(rule: string, detail: string): string {
  switch (rule) {
    case 'required': return `缺少成员 ${passage(detail)}`;
    case 'additionalProperties': case 'unevaluatedProperties': return '不是此格式的成员';
    case 'type': return `的类型应为 ${passage(detail)}${detail === 'string' ? '，要加引号' : ''}`;
    case 'enum': case 'const': return `应为以下之一：${passage(detail)}`;
    case 'pattern': return `不符合格式 ${passage(detail)}`;
    case 'unique': return `重复：${passage(detail)}`;
    case 'contains': return '缺少必须含有的一项，或多于一项';
    case 'not': return '的值不允许使用';
    default: return `不符合规则 ${printable(rule)}${detail === '' ? '' : `（${passage(detail)}）`}`;
  }
}

/** The Chinese headers of a bill (DESIGN section 4) and of a products table: whoever reads Chinese may know a column by this name alone. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['product', '产品'], ['component', '部件'], ['level', '层级'], ['item', '名称'], ['stage', '阶段'],
  ['quantity', '数量'], ['unit', '单位'], ['factor', '因子'], ['factor_value', '因子值'],
  ['factor_unit', '因子单位'], ['factor_source', '因子来源'], ['loss', '损耗率'], ['loss_basis', '损耗基准'],
  ['distance_km', '运距'], ['transport', '运输方式'], ['share', '分摊比例'], ['data', '数据类型'],
  ['uncertainty', '不确定度'], ['expect_kgco2e', '期望值'], ['note', '备注'],
  ['confirmed', '已确认'],
  ['name', '英文名称'], ['name_zh', '中文名称'], ['model', '型号'], ['gtin', '商品条码'], ['sector', '行业'],
  ['unit_kind', '单位类型'], ['unit_amount', '单位数量'], ['unit_basis', '单位口径'],
  ['unit_text_en', '单位英文说明'], ['unit_text_zh', '单位中文说明'], ['boundary', '系统边界'],
  ['period_start', '期间开始'], ['period_end', '期间结束'],
  ['manufacturer', '制造商'], ['manufacturer_zh', '制造商中文名称'], ['manufacturer_id', '制造商标识'],
  ['manufacturer_address', '制造商地址'], ['manufacturer_region', '制造商地区'],
  ['site', '场所'], ['site_zh', '场所中文名称'], ['site_id', '场所标识'], ['site_address', '场所地址'], ['site_region', '场所地区'],
  ['valid_from', '有效期开始'], ['valid_until', '有效期结束'],
  ['label_status', '标签状态'], ['label_scheme', '标签制度'], ['label_decimals', '小数位数'],
  ['certificate', '证书编号'], ['certifier', '认证机构'], ['certificate_issued', '签发日期'],
]);

const DIMENSIONS: ReadonlyMap<string, string> = new Map([
  ['mass', '质量'], ['length', '长度'], ['area', '面积'], ['volume', '体积'], ['time', '时间'], ['energy', '能量'],
  ['transport', '运输量'], ['item', '件数'], ['person', '人数'], ['vehicle', '车辆数'], ['room', '房间数'], ['ratio', '比例'],
]);

/** A cell's name in both languages, where it has both: `数量（quantity）`. */
function cellName(column: string): string {
  const chinese = COLUMNS.get(column) ?? declaringName(column);
  return chinese === undefined ? `“${printable(column)}”` : `${chinese}（${column}）`;
}

/** A column by which a bill declares its products: the Chinese header of a products table after 产品. */
function declaringName(column: string): string | undefined {
  const name = column.startsWith('product_') ? COLUMNS.get(column.slice('product_'.length)) : undefined;
  return name === undefined ? undefined : `产品${name}`;
}

/** A column of a table, or a member of a JSON file. */
function columnName(column: string): string {
  return column.startsWith('/') ? `${printable(column)} ` : `${cellName(column)}列`;
}

/** A word of reports with its Chinese name, where it has one: `使用（use）`. */
function term(kind: 'stage' | 'boundary' | 'status' | 'loss', word: string): string {
  const key = `${kind}.${word}`;
  return isPhrase(key) ? `${phrases[key]}（${word}）` : printable(word);
}

function isPhrase(key: string): key is PhraseKey {
  return Object.hasOwn(phrases, key);
}

function dimensionName(dimension: string): string {
  return printable(dimension).replace(/[a-z]+/g, (word) => DIMENSIONS.get(word) ?? word);
}

/** What a report states or a rule computes; '' where there is nothing to state. */
function orNone(amount: string): string {
  return amount === '' ? '无' : printable(amount);
}

function list(names: readonly string[]): string {
  return listing(names, '、', (left) => ` 等另外 ${left} 项`);
}

function choice(names: readonly string[]): string {
  if (names.length < 2 || names.length > 12) return list(names);
  return `${list(names.slice(0, -1))} 或 ${list(names.slice(-1))}`;
}

function cycle(path: readonly string[]): string {
  return listing(path, ' → ', (left) => ` → …（另有 ${left} 项）`);
}

function suggestion(candidates: readonly string[], otherwise: string): string {
  if (candidates.length === 0) return otherwise;
  return candidates.length > 3 ? `可选：${list(candidates)}` : `是否指 ${choice(candidates)}？`;
}

function tally(count: number, thing: string): string[] {
  return count === 0 ? [] : [`${count} 个${thing}`];
}

/** The words of a problem inside another. */
function wordsIn(reason: Problem): Words {
  const word = zh.problems[reason.code] as (args: Problem['args']) => Words;
  return word(reason.args);
}

/** 参数的种类，或数量应写的单位。 */
function expectedParameter(expected: string): string {
  switch (expected) {
    case 'number': return '纯数字';
    case 'ratio': return '比例（如 0.05 或 5 %）';
    case 'choice': return '选项';
    case 'text': return '文本';
    case 'factor': return '因子';
    case 'group': return '对象 { }';
    case 'list': return '对象列表 [{ }]';
    default: return `带单位的数量（如 1 ${printable(expected)}）`;
  }
}
