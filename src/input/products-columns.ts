import { headerNames } from './headers.js';

/** The columns of a products table, one row a product; which member of a ProductFile each is: MEMBERS. */
export const PRODUCTS_COLUMNS = [
  'product', 'name', 'name_zh', 'model', 'gtin', 'sector',
  'unit_kind', 'unit_amount', 'unit', 'unit_basis', 'unit_text_en', 'unit_text_zh',
  'boundary', 'period_start', 'period_end',
  'manufacturer', 'manufacturer_zh', 'manufacturer_id', 'manufacturer_address', 'manufacturer_region',
  'site', 'site_zh', 'site_id', 'site_address', 'site_region',
  'valid_from', 'valid_until',
  'label_status', 'label_scheme', 'label_decimals', 'certificate', 'certifier', 'certificate_issued',
] as const;
export type ProductsColumn = (typeof PRODUCTS_COLUMNS)[number];

/** The JSON Pointer of the member that a column holds. */
export const MEMBERS: Readonly<Record<ProductsColumn, string>> = {
  product: '/id',
  name: '/names/en',
  name_zh: '/names/zh',
  model: '/model',
  gtin: '/gtin',
  sector: '/sector',
  unit_kind: '/unit/kind',
  unit_amount: '/unit/amount',
  unit: '/unit/unit',
  unit_basis: '/unit/basis',
  unit_text_en: '/unit/text/en',
  unit_text_zh: '/unit/text/zh',
  boundary: '/boundary/type',
  period_start: '/period/start',
  period_end: '/period/end',
  manufacturer: '/manufacturer/name',
  manufacturer_zh: '/manufacturer/name_zh',
  manufacturer_id: '/manufacturer/id',
  manufacturer_address: '/manufacturer/address',
  manufacturer_region: '/manufacturer/region',
  site: '/site/name',
  site_zh: '/site/name_zh',
  site_id: '/site/id',
  site_address: '/site/address',
  site_region: '/site/region',
  valid_from: '/validity/from',
  valid_until: '/validity/until',
  label_status: '/label/status',
  label_scheme: '/label/scheme',
  label_decimals: '/label/decimals',
  certificate: '/label/certificate/number',
  certifier: '/label/certificate/certifier',
  certificate_issued: '/label/certificate/issued',
};

/** Header names beside the columns' own, the usual Chinese one first; those of `product` are the bill's too. */
export const PRODUCTS_HEADERS: Readonly<Record<ProductsColumn, readonly string[]>> = {
  product: ['产品', '产品编号', '产品编码', 'product_id'],
  name: ['英文名称', '产品英文名称', 'name_en', 'product_name'],
  name_zh: ['名称', '产品名称', '中文名称', '产品中文名称'],
  model: ['型号', '产品型号', '规格型号'],
  gtin: ['商品条码', '条码', '条形码', 'barcode', 'ean'],
  sector: ['行业'],
  unit_kind: ['单位类型', '单位类别'],
  unit_amount: ['单位数量', '声明单位数量', '功能单位数量'],
  unit: ['单位', '计量单位', '声明单位', '功能单位', 'declared_unit', 'functional_unit'],
  unit_basis: ['单位口径'],
  unit_text_en: ['单位英文说明', '单位说明(英文)', 'unit_text'],
  unit_text_zh: ['单位说明', '单位中文说明', '单位说明(中文)'],
  boundary: ['系统边界', '边界', 'system_boundary', 'boundary_type'],
  period_start: ['期间开始', '数据期间开始', '期间起'],
  period_end: ['期间结束', '数据期间结束', '期间止'],
  manufacturer: ['制造商', '制造商名称', '生产企业', '生产商', 'manufacturer_name'],
  manufacturer_zh: ['制造商中文名称', 'manufacturer_name_zh'],
  manufacturer_id: ['制造商标识', '统一社会信用代码'],
  manufacturer_address: ['制造商地址', '企业地址'],
  manufacturer_region: ['制造商地区'],
  site: ['生产场所', '场所', '工厂', 'site_name', 'production_site'],
  site_zh: ['场所中文名称', 'site_name_zh'],
  site_id: ['场所标识'],
  site_address: ['场所地址', '工厂地址'],
  site_region: ['场所地区', '工厂地区'],
  valid_from: ['有效期开始', '有效期起', 'validity_from'],
  valid_until: ['有效期结束', '有效期止', '有效期至', 'validity_until'],
  label_status: ['标签状态', '标识状态'],
  label_scheme: ['标签制度', '标识制度'],
  label_decimals: ['小数位数', '标签小数位数'],
  certificate: ['证书编号', '证书号', 'certificate_number'],
  certifier: ['认证机构', '发证机构'],
  certificate_issued: ['签发日期', '发证日期'],
};

export const productsColumnNamed = headerNames<ProductsColumn>(PRODUCTS_COLUMNS, PRODUCTS_HEADERS);

/** What a row must hold where no template does; one of the names is enough. */
const COMPULSORY: readonly ProductsColumn[] = ['unit_kind', 'unit_amount', 'unit', 'boundary'];

/** The columns that a products table must have and a header lacks: without them no row could declare its product. */
export function missingProductsColumns(header: readonly string[], hasTemplate: boolean): ProductsColumn[] {
  const columns = new Set(header.map(productsColumnNamed));
  const missing: ProductsColumn[] = columns.has('product') ? [] : ['product'];
  if (hasTemplate) return missing;
  if (!columns.has('name') && !columns.has('name_zh')) missing.push('name');
  return [...missing, ...COMPULSORY.filter((column) => !columns.has(column))];
}
